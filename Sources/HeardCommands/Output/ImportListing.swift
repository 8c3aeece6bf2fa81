import HeardExchange
import HeardKit
import HeardModel
import StrictJSON

/// The rows of a sheet with what becomes of each, as they are printed.
enum ImportListing {
  /// The rows of a sheet of events; `added` has the ids of those that were brought in.
  static func rows(_ work: SheetImport, added: [Int: EventID], _ desk: Desk) -> Listing {
    Listing(
      [
        RowValue<ImportRow>("line", isInTable: true) { .integer($0.line) },
        RowValue("state", .fixed("import.state"), isInTable: true) {
          .string(state(of: $0, isAdded: added[$0.line] != nil))
        },
        RowValue("start", .date, isInTable: true) { .of($0.event?.start) },
        RowValue("country", .country, isInTable: true) { .of($0.event?.country) },
        RowValue("title", isInTable: true) { .of($0.event?.title ?? $0.cells.first ?? "") },
        RowValue("attendances", isInTable: true) { .of($0.event?.attendance.tally) },
        RowValue("sentence", isInTable: true, isFlexible: true) {
          .of(desk.sentences(of: $0, .events).joined(separator: " "))
        },
        RowValue("end") { .of($0.event?.end) },
        RowValue("zone") { .of($0.event?.zone) },
        RowValue("id") { .of(added[$0.line] ?? $0.knownID) },
        RowValue("doubts") { .array($0.doubts.map { .string($0.name) }) },
        RowValue("skipped") { .of(skip(of: $0)) },
        RowValue("differs") { .array($0.differs.map { .string($0) }) },
        RowValue("noted") { .array($0.noted.map { .string($0) }) },
        RowValue("held") { .array($0.held.map { .string($0) }) },
      ], work.rows)
  }

  /// Why a row is none, for programs.
  private static func skip(of row: ImportRow) -> String {
    if case .skipped(let why) = row.state { why.rawValue } else { "" }
  }

  private static func state(of row: ImportRow, isAdded: Bool) -> String {
    if isAdded {
      return row.joins != nil ? "joined" : row.knownID == nil ? "added" : "updated"
    }
    switch row.state {
    case .ready where row.joins != nil && row.isTaken: return "joined"
    case .ready: return row.choice == .leftOut ? "leftOut" : "ready"
    case .doubtful: return row.isTaken ? "accepted" : "doubtful"
    case .here: return row.isTaken ? "updated" : "here"
    case .listed: return "here"
    case .skipped: return "skipped"
    }
  }

  /// The lines of a sign-in sheet; names and contacts are never printed.
  static func rows(
    ofPeople work: SheetImport, added: [Int: PersonID], _ desk: Desk
  ) -> Listing {
    Listing(
      [
        RowValue<ImportRow>("line", isInTable: true) { .integer($0.line) },
        RowValue("state", .fixed("import.state"), isInTable: true) {
          .string(state(of: $0, isAdded: added[$0.line] != nil))
        },
        RowValue("pseudonym", isInTable: true) { .of($0.person?.participation.pseudonym ?? "") },
        RowValue("status", .fixed("attendance"), isInTable: true) {
          $0.person.map { .of($0.participation.status) } ?? .null
        },
        RowValue("roles", .code(.role), isInTable: true) {
          .of($0.person?.participation.roles ?? [])
        },
        RowValue("sentence", isInTable: true, isFlexible: true) {
          .of(desk.sentences(of: $0, work.subject).joined(separator: " "))
        },
        RowValue("id") { .of(added[$0.line] ?? $0.knownPerson) },
        RowValue("doubts") { .array($0.doubts.map { .string($0.name) }) },
        RowValue("skipped") { .of(skip(of: $0)) },
      ], work.rows)
  }
}

// The columns and what is asked about them, for programs.
extension ImportListing {
  /// The columns with the fields for which they stand, and what becomes of those that stand for
  /// none.
  static func columns(_ work: SheetImport) -> JSONValue {
    .array(
      work.table.columns.map { column in
        .object([
          "name": .string(column.name), "field": .string(work.field(of: column)),
          "fate": work.fate(of: column).map { .string($0.rawValue) } ?? .null,
          "isOpen": .boolean(work.isAsked(column)),
        ])
      })
  }

  /// Columns with a number of cells each.
  static func cells(_ list: [(column: String, count: Int)]) -> JSONValue {
    .array(
      list.map { .object(["column": .string($0.column), "cells": .integer($0.count)]) })
  }

  /// What has to be answered before the rows that it touches are imported.
  static func questions(_ work: SheetImport) -> JSONValue {
    .array(
      work.questions.map { question in
        let columns = question.columns.map { JSONValue.string($0.name) }
        let rows = work.rows.count { $0.asked.contains(question.cause) }
        return .object([
          "question": .string(question.cause.name), "columns": .array(columns),
          "rows": .integer(rows), "word": word(question.cause),
        ])
      })
  }
}

extension ImportListing {
  /// The doubts by their cause, with the rows that wait for each and the option that answers.
  static func doubts(_ work: SheetImport, _ desk: Desk) -> JSONValue {
    let settling = work.settling
    return .array(
      work.doubtGroups.map { group in
        let option = SheetOptions.option(for: group, work, desk)
        return .object([
          "doubt": .string(group.cause.kind), "field": .string(group.cause.field),
          "column": .string(group.cause.column), "word": .string(group.example.text ?? ""),
          "rows": .integer(group.lines.count), "settles": .integer(settling[group.cause] ?? 0),
          "lines": .array(group.lines.map { .integer($0) }),
          "option": option.map { .string($0) } ?? .null,
          "sentence": .string(desk.words.sentence(group, desk.formats)),
        ])
      })
  }

  /// Rows that are perhaps an event or a person twice, with what they look like and what was said.
  static func pairs(_ work: SheetImport) -> JSONValue {
    .array(
      work.alikePairs.map { pair in
        var members: [String: JSONValue] = [
          "line": .integer(pair.line), "event": .null, "earlierLine": .null,
          "person": .null,
          "answer": work.alikeAnswers[pair].map { .string($0.rawValue) } ?? .null,
        ]
        switch pair.other {
        case .line(let line): members["earlierLine"] = .integer(line)
        case .event(let id): members["event"] = .of(id)
        case .person(let id): members["person"] = .of(id)
        }
        return .object(members)
      })
  }

  /// Names that are none here, with what they would become.
  static func names(_ work: SheetImport) -> JSONValue {
    .array(
      SheetMaking.allCases.flatMap { making in
        work.names(for: making).map { name in
          .object([
            "name": .string(name.text), "kind": .string(making.rawValue),
            "rows": .integer(name.rows), "isMade": .boolean(work.isMade(making)),
            "near": .array(name.near.map { .string($0.text) }),
          ])
        }
      })
  }

  private static func word(_ cause: ImportQuestion.Cause) -> JSONValue {
    switch cause {
    case .word(_, let text): .string(text)
    case .sameName(let name): .string(name.text)
    default: .null
    }
  }
}

// What the rows come to, for programs.
extension ImportListing {
  /// The sums of a sheet, with its own beside them.
  static func sums(_ work: SheetImport) -> JSONValue {
    switch work.subject {
    case .events: sums(work.eventSums)
    case .people: sums(work.peopleSums)
    }
  }

  private static func sums(_ sums: EventSums) -> JSONValue {
    let years = sums.saved.map { part in
      JSONValue.object(members(part.sum).merging(members(part.place)) { $1 })
    }
    let countries = sums.byCountry.map { country, sum in
      JSONValue.object(members(sum).merging(["country": .of(country)]) { $1 })
    }
    return .object([
      "saved": .object(members(sums.allSaved)), "byCountry": .array(countries),
      "byCountryAndYear": .array(years),
      "waiting": .object(members(sums.waiting)), "there": .object(members(sums.there)),
      "leftOut": .object(members(sums.leftOut)), "all": .object(members(sums.all)),
      "totals": totals(sums.totals), "skipped": skipped(sums.skipped),
    ])
  }

  private static func sums(_ sums: PeopleSums) -> JSONValue {
    let statuses = sums.byStatus.map { ($0.stored, JSONValue.integer($1)) }
    let roles = sums.byRole.map { ($0.stored, JSONValue.integer($1)) }
    let place = members(sums.place).merging([
      "events": .integer(1), "attendances": .integer(sums.attendances),
      "people": .integer(sums.saved),
    ]) { $1 }
    return .object([
      "saved": .integer(sums.saved), "byCountryAndYear": .array([.object(place)]),
      "byStatus": .object(Dictionary(statuses) { $1 }),
      "byRole": .object(Dictionary(roles) { $1 }), "withoutRole": .integer(sums.withoutRole),
      "waiting": .integer(sums.waiting), "there": .integer(sums.there),
      "leftOut": .integer(sums.leftOut), "all": .integer(sums.all),
      "totals": totals(sums.totals), "skipped": skipped(sums.skipped),
    ])
  }

  private static func members(_ place: CountryYear) -> [String: JSONValue] {
    ["country": .of(place.country), "year": .of(place.year)]
  }

  private static func members(_ sum: EventSum) -> [String: JSONValue] {
    let sources = AttendanceSource.allCases.compactMap { source in
      sum.bySource[source].map { (source.stored, JSONValue.integer($0)) }
    }
    return [
      "events": .integer(sum.events), "attendances": .integer(sum.attendances),
      "bySource": .object(Dictionary(sources) { $1 }),
      "withoutNumber": .integer(sum.withoutNumber),
    ]
  }

  private static func totals(_ totals: [SheetTotal]) -> JSONValue {
    .array(
      totals.map {
        .object([
          "line": .integer($0.line), "number": .integer($0.number), "rows": .integer($0.rows),
          "difference": .integer($0.difference),
        ])
      })
  }

  private static func skipped(_ rows: [LeftRow]) -> JSONValue {
    .array(
      rows.map {
        .object([
          "line": .integer($0.line), "why": .string($0.why.rawValue), "number": .of($0.number),
        ])
      })
  }
}
