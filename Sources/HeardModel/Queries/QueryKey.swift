/// A list that a filter can narrow.
public enum QueryTarget: String, CaseIterable, Sendable, StoredText {
  /// The list of events.
  case events
  /// The list of testimonies.
  case testimonies
  /// The list of follow-up actions.
  case actions
  /// The list of people.
  case people
  /// The list of organisations.
  case organisations
  /// The list of facts.
  case facts
}

/// The keys of the filter language, as they are typed before the colon.
public enum QueryKey: String, CaseIterable, Sendable {
  /// The country, by its code.
  case country
  /// The region, by part of its name.
  case region
  /// The place, by part of its name.
  case place
  /// The year, or a span as `2022-2024`.
  case year
  /// The month, as `2024-05` or, in any year, `5`.
  case month
  /// From the first day of a date on.
  case after
  /// Before the first day of a date.
  case before
  /// How far an event, an action or a person's attendance is.
  case status
  /// What kind of event or testimony it is.
  case type
  /// In person, online or both.
  case format
  /// What kind of fact it is.
  case kind
  /// Whose event it was.
  case involvement
  /// What may be told of an event.
  case confidentiality
  /// A community that an event is about.
  case about
  /// A community of which somebody said that they are part of it.
  case declared
  /// What an event is about.
  case topic
  /// A language of an event or a testimony.
  case language
  /// The row of events.
  case series
  /// An organisation, by its id or part of its name.
  case partner
  /// A person, by id or part of the pseudonym.
  case person
  /// What somebody came as.
  case role
  /// How attendances are known.
  case source
  /// What still has to be done.
  case open
  /// Whether people were told what came of it.
  case told
  /// Whether an event is closed out.
  case closed
  /// How far closing out is, after `closeout:`.
  case closeout
  /// Where the record comes from.
  case provenance
  /// The theme of an action.
  case theme
  /// How far an action reaches.
  case level
  /// Who answers for an action, or follows it.
  case owner
  /// The day by which an action is due, or the month or year in which it lies.
  case due
  /// How far the work on a testimony is.
  case stage
  /// A purpose that is given, or a purpose with its state as `publish=refused`.
  case consent
  /// How soon somebody has to look at a testimony.
  case triage
  /// How far the quotes of a testimony are.
  case quote
  /// An event, by the beginning of its id or by words of its title and place.
  case event
  /// A record, by the beginning of its id.
  case id
  /// That something is there, as `has:testimonies`.
  case has

  /// The lists on which the key means something; elsewhere it finds nothing.
  public var targets: [QueryTarget] {
    switch self {
    case .country: QueryTarget.allCases
    case .year: QueryTarget.allCases
    case .month, .after, .before: [.events, .testimonies, .actions, .people, .organisations]
    case .place: [.events, .testimonies, .people, .organisations, .facts]
    case .kind: [.facts]
    case .region, .format, .involvement, .confidentiality, .series:
      [.events, .testimonies, .people, .organisations]
    case .topic, .about: [.events, .testimonies, .people]
    case .status: [.events, .actions, .people]
    case .type: [.events, .testimonies]
    case .declared, .role: [.events, .testimonies, .people]
    case .language: [.events, .testimonies]
    case .partner: QueryTarget.allCases
    case .person: [.events, .testimonies, .people]
    case .source, .closed, .closeout: [.events]
    case .open: [.events, .testimonies, .actions]
    case .told: [.events, .actions]
    case .provenance: [.events, .testimonies, .actions, .organisations, .facts]
    case .theme, .level, .owner, .due: [.actions]
    case .stage, .consent, .triage, .quote: [.testimonies]
    case .event: [.events, .testimonies, .actions, .people, .organisations]
    case .id: QueryTarget.allCases
    case .has: [.events, .testimonies, .actions, .organisations, .facts]
    }
  }
}

/// What can still be open, after `open:`.
public enum QueryOpen: String, CaseIterable, Sendable {
  /// A held event that is not closed out.
  case closeout
  /// People who have not been told yet what came of it.
  case feedback
  /// An action past its day, or people told too late.
  case overdue
  /// A testimony for which keeping it was not asked yet, or whose consent has expired.
  case consent
  /// A testimony that may be given on, but of which nobody could show that the speaker agreed.
  case evidence
}

/// How far closing out is, after `closeout:`.
public enum QueryCloseOut: String, CaseIterable, Sendable {
  /// Held, and something is missing.
  case open
  /// Held, and nothing is missing.
  case done
  /// Held more than two weeks ago, and something is missing.
  case due
  /// Not asked: it was over before the programme worked with Heard.
  case beforeHeard
}

/// How far telling people is, after `told:`.
public enum QueryTold: String, CaseIterable, Sendable {
  /// They were told, and it is noted whom, how and when.
  case yes
  /// They were told, and some of that is not noted.
  case lacking
  /// They have to be told, late or not.
  case no
  /// They have to be told and the day has not passed.
  case due
  /// They have to be told and the day has passed.
  case late
  /// Nothing to tell yet.
  case notDue
  /// They cannot be told.
  case notPossible
}

/// How far quotes are, after `quote:`.
public enum QueryQuote: String, CaseIterable, Sendable {
  /// At least one may be quoted in public.
  case publishable
  /// At least one was approved by the speaker.
  case approved
  /// At least one is approved and waits for the second person.
  case waiting
  /// There is at least one.
  case any
}

/// What can be there, after `has:`.
public enum QueryPresence: String, CaseIterable, Sendable {
  /// Testimonies of an event.
  case testimonies
  /// Actions that came of an event or a testimony.
  case actions
  /// Passages to be quoted.
  case quotes
  /// People on an event's list.
  case people
  /// Partners of an event or action.
  case partners
  /// A known number of attendances.
  case attendance
  /// A summary of an event.
  case summary
  /// A sheet from which an event was brought in.
  case sheet
  /// Words with which people are told.
  case feedback
  /// A translation of a testimony.
  case translations
  /// Something that people need so that they can take part.
  case access
  /// A day by which an action is due.
  case due
  /// Somebody who answers for an action.
  case owner
  /// What shows that an action happened.
  case evidence
  /// Support given to an organisation.
  case support
  /// Fields to which two people gave different values.
  case conflicts
}
