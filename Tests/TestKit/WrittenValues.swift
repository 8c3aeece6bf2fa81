import HeardModel

/// A day that is written in a test.
public func day(_ text: String) -> CalendarDay {
  guard let day = CalendarDay(stored: text) else { preconditionFailure("no day: \(text)") }
  return day
}

/// A moment on a day that is written in a test.
public func moment(_ text: String, second: Int = 43_200) -> Moment {
  Moment(seconds: day(text).dayNumber * 86_400 + second)
}

/// An id that is written in a test.
public func id<Subject>(_ text: String) -> Identifier<Subject> {
  guard let id = Identifier<Subject>(stored: text) else { preconditionFailure("no id: \(text)") }
  return id
}

/// A country that is written in a test.
public func country(_ text: String) -> CountryCode {
  guard let code = CountryCode(stored: text) else { preconditionFailure("no country: \(text)") }
  return code
}

/// A language that is written in a test.
public func language(_ text: String) -> LanguageTag {
  guard let tag = LanguageTag(stored: text) else { preconditionFailure("no language: \(text)") }
  return tag
}

/// An answer about a purpose, given on a day that is written in a test.
public func entry(
  _ purpose: ConsentPurpose, _ state: ConsentState, _ on: String, second: Int = 43_200
) -> ConsentEntry {
  ConsentEntry(
    id: "e-1", purpose: purpose, state: state, at: moment(on, second: second), by: "Noa")
}
