import ArgumentParser
import HeardFollowUp
import HeardKit
import HeardListening
import HeardModel

// Fields that are set, and their values.
extension Completing {
  /// Whose fields are meant.
  enum Subject { case event, testimony, action, organisation, team, person, fact }

  /// `field=value` for `--set`; without a subject that of the id on the line.
  static func settings(_ subject: Subject? = nil) -> CompletionKind {
    of { typed, inquiry in
      let fields = fields(of: subject ?? typed.subject, inquiry.desk)
      guard let sign = typed.current.firstIndex(of: "=") else {
        return fields.map { Candidate("\($0.name)=", $0.label) }
      }
      // += and -= take the same values.
      let name = typed.current[..<sign].filter { $0 != "+" && $0 != "-" }
      let given = String(typed.current[...sign])
      guard let field = fields.first(where: { $0.name == name }) else { return [] }
      let done = String(typed.current[typed.current.index(after: sign)...])
      return field.values.listed(behind: done).map { Candidate(given + $0.value, $0.about) }
    }
  }

  /// The values of one field of a subject.
  static func values(of field: String, _ subject: Subject) -> CompletionKind {
    of { typed, inquiry in
      let field = fields(of: subject, inquiry.desk).first { $0.name == field }
      return (field?.values ?? []).listed(behind: typed.current)
    }
  }

  private struct Field {
    let name: String
    let label: String
    let values: [Candidate]
  }

  private static func fields(of subject: Subject, _ desk: Desk) -> [Field] {
    switch subject {
    case .event: fields(EventFields.spec.fields + AttendanceFields.all, Event(), desk)
    case .action: fields(ActionFields.spec.fields, FollowUpAction(), desk)
    case .organisation: fields(OrganisationFields.spec.fields, Organisation(), desk)
    case .fact: fields(FactFields.spec.fields, ProgrammeFact(), desk)
    case .team: fields(StaffFields.spec.fields, StaffMember(), desk)
    case .testimony:
      fields(TestimonyFields.spec.fields, TestimonySheet(Testimony(), on: desk.today), desk)
    case .person:
      fields(
        PersonFields.spec(Event(), in: desk.programme, isNew: false).fields,
        PersonFields.blank(Event(), desk), desk)
    }
  }

  private static func fields<Record: Sendable>(
    _ specs: [FieldSpec<Record>], _ blank: Record, _ desk: Desk
  ) -> [Field] {
    specs.map { spec in
      let name = spec.id.stored
      let label = desk.words.has("field.\(name)") ? desk.words("field.\(name)") : ""
      return Field(name: name, label: label, values: values(spec.kind(blank, desk)))
    }
  }

  /// What a field can hold; of what is looked up only codes, since the rest are people and texts.
  private static func values(_ kind: FieldKind) -> [Candidate] {
    switch kind {
    case .choice(let options), .many(let options): options.map { Candidate($0.value, $0.label) }
    case .lookup(let options), .lookupMany(let options):
      options.filter(\.isCode).map { Candidate($0.value, $0.label) }
    case .toggle: [Candidate("yes"), Candidate("no")]
    case .line, .area, .date, .number: []
    }
  }
}

extension ShellWords {
  /// Whose fields are meant on a line such as `heard edit a-3m8c --set`.
  fileprivate var subject: Completing.Subject {
    let id = before.drop { $0 != "edit" }.dropFirst().first { !$0.hasPrefix("-") } ?? ""
    return switch id.prefix(2) {
    case "a-": .action
    case "t-": .testimony
    case "o-": .organisation
    case "p-": .person
    case "s-": .team
    case "f-": .fact
    default: .event
    }
  }
}
