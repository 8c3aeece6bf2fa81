/// What a word of a heading says of its column, whatever the language.
enum HeadingSense: String, CaseIterable, Sendable {
  // Of numbers and of people.
  case people
  case count
  case came
  case all
  /// Those who were invited, registered or wished for; they are not those who came.
  case expected
  /// Planned, as a number or a day can be.
  case planned
  /// Some of those who came: women, children, newcomers, volunteers.
  case some
  case absent
  case not
  case capacity
  case inPerson
  case online
  // Of days and times.
  case date
  case start
  case end
  case time
  /// When the row was written, sent, paid or published, and when something is due.
  case stamp
  // Of names.
  case title
  case name
  case givenName
  case familyName
  case event
  case reference
  case category
  case status
  /// An organisation, or somebody who is no participant: partner, contact, speaker.
  case who
  /// Who stands for a participant: guardian, buyer, emergency contact.
  case standIn
  case place
  case description
  // Of whole sheets.
  case said
  case money
  case grant
  case variable
  case value
  /// A number of something that is no person: minutes, degrees, pages.
  case measure
  /// Says nothing by itself: articles, question words.
  case filler
}
