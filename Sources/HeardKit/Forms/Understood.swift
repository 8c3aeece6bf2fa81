import HeardModel

/// How what was typed into a field was understood, to be said back.
public struct Understood: Hashable, Sendable {
  /// What stands in the field from then on.
  public let text: String
  /// The value in words; empty where there is nothing to say about it.
  public let words: String
  /// The value as files hold it, where people write it, too: `FR`, `pt-BR`.
  private let code: String?

  /// A value with what stands for it in the field, and its words.
  public init(_ text: String, words: String, code: String? = nil) {
    self.text = text
    self.words = words
    self.code = code
  }

  /// What stands beside the text of the field; nil where that says it all.
  public func beside(_ typed: String) -> String? {
    if words.isEmpty || words == typed { return nil }
    return typed == text ? code ?? (words == text ? nil : words) : words
  }
}

// The usual kinds.
extension Understood {
  /// What a text means among some values; nil where it is none of them.
  static func value(_ text: String, _ options: [FieldOption]) -> Understood? {
    if let listed = listed(text, options) { return listed }
    guard case .success(let value) = OptionInput.value(text, options),
      let option = options.first(where: { $0.value == value })
    else { return nil }
    return Understood(option)
  }

  /// The value that is called as it is typed: most are, and nothing has to be folded for it.
  static func listed(_ text: String, _ options: [FieldOption]) -> Understood? {
    options.first { $0.label == text }.map { Understood($0) }
  }

  private init(_ option: FieldOption) {
    self.init(
      option.label, words: option.labelWithCode, code: option.isCode ? option.value : nil)
  }

  /// What a text with commas means among some values; nil where a part of it is none of them.
  static func values(
    _ text: String, _ options: [FieldOption], _ words: Words
  ) -> Understood? {
    guard case .success(let values) = OptionInput.values(text, options), !values.isEmpty else {
      return nil
    }
    let found = values.compactMap { value in options.first { $0.value == value } }
    return Understood(
      OptionInput.text(of: values, options), words: words.list(found.map(\.labelWithCode)),
      code: found.contains(where: \.isCode) ? found.map(\.value).joined(separator: ", ") : nil)
  }

  /// What a date means where it is written; nil where it is none, or can be two.
  ///
  /// A text that another country could read in another way stays, with what it is read by. `kept` is
  /// as much of a date as the field keeps.
  static func date(
    _ text: String, at place: DatePlace, _ desk: Desk, _ kept: (KnownDate) -> KnownDate?
  ) -> Understood? {
    let typed = DateInput.date(text, today: desk.today)
    guard let date = typed.written(in: place.country).date.flatMap(kept) else { return nil }
    let words = desk.formats.inFull(date, zone: place.zone)
    guard let order = place.country?.dateOrder, typed.date == nil else {
      return Understood(date.typed, words: words)
    }
    return Understood(
      text,
      words: desk.words(
        order == .dayFirst ? "understood.dayFirst" : "understood.monthFirst",
        ["date": words, "country": desk.formats.country(place.country)]))
  }
}

extension FieldSpec {
  /// How a text in the field is understood; nil where it is not, or where it is no more than a text.
  public func understood(
    _ text: String, as kind: FieldKind, _ subject: Subject, _ desk: Desk
  ) -> Understood? {
    if text.isEmpty { return nil }
    if case .lookup(let options) = kind, let listed = Understood.listed(text, options) {
      return listed
    }
    if let own = understand(text, subject, desk) { return own }
    switch kind {
    case .lookup(let options), .choice(let options): return .value(text, options)
    case .lookupMany(let options), .many(let options): return .values(text, options, desk.words)
    case .number:
      guard let number = NumberInput.number(text), String(number) != text else { return nil }
      return Understood(text, words: desk.words.number(number))
    case .line, .area, .date, .toggle: return nil
    }
  }
}
