extension Testimony {
  /// What the speaker said and is called here.
  public var spoken: SpokenWords {
    var spoken = said
    spoken.add(name: pseudonym, isCalling: true)
    spoken.add(name: consent.withdrawalCode)
    return spoken
  }

  /// What the speaker said, without what they are called.
  public var said: SpokenWords {
    var spoken = SpokenWords()
    for words in [text, markedText] + translations.map(\.text) + versions.map(\.text) {
      spoken.add(words: words)
    }
    for quote in quotes {
      for words in [quote.text, quote.approval?.text ?? ""] + quote.translations.map(\.text) {
        spoken.add(words: words)
      }
    }
    for ask in asks { spoken.add(words: ask.text) }
    return spoken
  }
}
