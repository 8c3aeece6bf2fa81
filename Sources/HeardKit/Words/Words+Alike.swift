import HeardExchange
import HeardModel

// Two that are perhaps one event.
extension Words {
  /// What a row looks like: a line of the sheet, or an event by its id.
  public func name(of other: AlikePair.Other) -> String {
    switch other {
    case .line(let line): self("import.alike.line", ["line": String(line)])
    case .event(let id): id.text
    }
  }

  /// Whether two are one event, as a question.
  public func question(_ pair: AlikePair) -> String {
    self("import.alike.asks", ["line": String(pair.line), "other": name(of: pair.other)])
  }

  /// What an answer does to a row.
  public func label(_ answer: AlikeAnswer, of pair: AlikePair) -> String {
    switch (answer, pair.other) {
    case (.one, .line): self("import.alike.one.line", ["line": String(pair.line)])
    case (.one, .event): self("import.alike.one.event")
    case (.two, _): self("import.alike.two")
    }
  }

  /// What a row is that a person called one with another.
  public func oneWith(_ row: ImportRow) -> String? {
    switch row.oneWith {
    case .line(let line)?: self("import.alike.isLine", ["line": String(line)])
    case .event(let id)?: self("import.alike.joins", ["id": id.text])
    case nil: nil
    }
  }

  /// How many rows become part of events that are here, behind a summary; nil where none does.
  public func joined(_ tally: ImportTally) -> String? {
    tally.joined == 0 ? nil : self("import.joined", count: tally.joined)
  }
}
