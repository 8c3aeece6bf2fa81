import HeardModel

/// A day that is written in a test.
func day(_ text: String) -> CalendarDay {
  guard let day = CalendarDay(stored: text) else { preconditionFailure("no day: \(text)") }
  return day
}

/// A moment on a day that is written in a test.
func moment(_ text: String, second: Int = 43_200) -> Moment {
  Moment(seconds: day(text).dayNumber * 86_400 + second)
}

/// An id that is written in a test.
func id<Subject>(_ text: String) -> Identifier<Subject> {
  guard let id = Identifier<Subject>(stored: text) else { preconditionFailure("no id: \(text)") }
  return id
}

/// A country that is written in a test.
func country(_ text: String) -> CountryCode {
  guard let code = CountryCode(stored: text) else { preconditionFailure("no country: \(text)") }
  return code
}

/// A language that is written in a test.
func language(_ text: String) -> LanguageTag {
  guard let tag = LanguageTag(stored: text) else { preconditionFailure("no language: \(text)") }
  return tag
}

/// An answer about a purpose.
func entry(
  _ purpose: ConsentPurpose, _ state: ConsentState, _ on: String, second: Int = 43_200
) -> ConsentEntry {
  ConsentEntry(
    id: "e-1", purpose: purpose, state: state, at: moment(on, second: second), by: "Noa")
}

/// A person on an event's list.
func person(
  _ text: String, _ status: AttendanceStatus = .attended, roles: [Code] = ["communityMember"],
  communities: [Code] = [], ageBand: Code? = nil
) -> Participation {
  var person = Participation()
  person.id = id(text)
  person.status = status
  person.roles = roles
  person.communities = communities
  person.ageBand = ageBand
  return person
}

/// Chance that a seed repeats: SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
