import HeardExchange
import HeardModel

// Two that are perhaps one event, or one person.
extension Words {
  /// What a row looks like: a line of the sheet, or an event or a person by the id.
  public func name(of other: AlikePair.Other) -> String {
    switch other {
    case .line(let line): self("import.alike.line", ["line": String(line)])
    case .event(let id): id.text
    case .person(let id): id.text
    }
  }

  /// Whether two are one, as a question.
  public func question(_ pair: AlikePair) -> String {
    self(
      pair.isOfPeople ? "import.alike.asksPerson" : "import.alike.asks",
      ["line": String(pair.line), "other": name(of: pair.other)])
  }

  /// What an answer does to a row.
  public func label(_ answer: AlikeAnswer, of pair: AlikePair) -> String {
    switch (answer, pair.other) {
    case (.one, .line): self("import.alike.one.line", ["line": String(pair.line)])
    case (.one, .event): self("import.alike.one.event")
    case (.one, .person): self("import.alike.one.person")
    case (.two, .person): self("import.alike.twoPeople")
    case (.two, _): self("import.alike.two")
    }
  }

  /// What a row is that a person called one with another.
  public func oneWith(_ row: ImportRow) -> String? {
    switch row.oneWith {
    case .line(let line)?: self("import.alike.isLine", ["line": String(line)])
    case .event(let id)?: self("import.alike.joins", ["id": id.text])
    case .person(let id)?: self("import.alike.isPerson", ["id": id.text])
    case nil: nil
    }
  }

  /// How many rows become part of events that are here, or are people of other events, behind a
  /// summary; nil where none does.
  public func joined(_ tally: ImportTally) -> String? {
    if tally.known > 0 { return self("import.known", count: tally.known) }
    return tally.joined == 0 ? nil : self("import.joined", count: tally.joined)
  }
}
