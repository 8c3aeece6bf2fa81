import HeardModel

// Fields whose dates are read by the custom of a country.
extension FieldSpec {
  /// A day or a less exact date; `place` tells by whose custom and clock it is read.
  public static func date(
    _ id: Code, _ member: WritableKeyPath<Subject, KnownDate?> & Sendable, section: String? = nil,
    at place: @escaping @Sendable (Subject, Desk) -> DatePlace
  ) -> FieldSpec {
    dated(id, member, section: section, at: place, { $0 }, { $0 })
  }

  /// A day; `place` tells by whose custom it is read.
  public static func day(
    _ id: Code, _ member: WritableKeyPath<Subject, CalendarDay?> & Sendable,
    section: String? = nil, at place: @escaping @Sendable (Subject, Desk) -> DatePlace
  ) -> FieldSpec {
    dated(id, member, section: section, at: place, \.exactDay) { KnownDate($0) }
  }

  private static func dated<Value>(
    _ id: Code, _ member: WritableKeyPath<Subject, Value?> & Sendable, section: String?,
    at place: @escaping @Sendable (Subject, Desk) -> DatePlace,
    _ value: @escaping @Sendable (KnownDate) -> Value?,
    _ date: @escaping @Sendable (Value) -> KnownDate
  ) -> FieldSpec {
    FieldSpec(
      id, { _, _ in .date }, section: section,
      read: { subject, _ in subject[keyPath: member].map { date($0).stored } ?? "" },
      write: { text, subject, desk in
        if text.isEmpty {
          subject[keyPath: member] = nil
          return nil
        }
        let typed = DateInput.date(text, today: desk.today)
        switch typed.written(in: place(subject, desk).country) {
        case .one(let read):
          guard let value = value(read) else { return .notADate(text) }
          subject[keyPath: member] = value
          return nil
        case .two(let dayFirst, let monthFirst):
          return .openDate(text, dayFirst: dayFirst, monthFirst: monthFirst)
        case .noDate: return .notADate(text)
        }
      },
      understand: { text, subject, desk in
        Understood.date(text, at: place(subject, desk), desk) { value($0).map(date) }
      }, isReadLast: true)
  }

  /// Several values, each on a line of its own with its day.
  static func datedLines<Value>(
    _ id: Code, _ member: WritableKeyPath<Subject, [Value]> & Sendable, section: String?,
    at place: @escaping @Sendable (Subject, Desk) -> DatePlace,
    text: @escaping @Sendable ([Value]) -> String,
    values:
      @escaping @Sendable (String, [Value], DatePlace, Desk) -> Result<[Value], FieldProblem>
  ) -> FieldSpec {
    @Sendable func read(_ typed: String, _ subject: Subject, _ desk: Desk)
      -> Result<[Value], FieldProblem>
    {
      values(typed, subject[keyPath: member], place(subject, desk), desk)
    }
    return FieldSpec(
      id, { _, _ in .area(rows: 3) }, section: section, holdsLines: true,
      read: { subject, _ in text(subject[keyPath: member]) },
      write: { typed, subject, desk in
        switch read(typed, subject, desk) {
        case .success(let values):
          subject[keyPath: member] = values
          return nil
        case .failure(let problem): return problem
        }
      },
      understand: { typed, subject, desk in
        // The lines as they would be shown again: with the days as they were read.
        (try? read(typed, subject, desk).get()).map { Understood(text($0), words: "") }
      }, isReadLast: true)
  }
}
