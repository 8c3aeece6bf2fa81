import HeardExchange
import HeardModel

extension Words {
  /// Why a file cannot be read as a sheet.
  public func sentence(_ fault: SheetFault, _ path: String) -> String {
    switch fault {
    case .empty: self("import.fault.empty", ["path": path])
    case .tooLarge(let limit):
      self("import.fault.tooLarge", ["path": path, "limit": number(limit / 1_000_000)])
    case .tooManyRows(let limit):
      self("import.fault.tooManyRows", ["path": path, "limit": number(limit)])
    case .tooManyColumns(let line, let limit):
      self(
        "import.fault.tooManyColumns",
        ["path": path, "line": String(line), "limit": number(limit)])
    case .cellTooLong(let line, let limit):
      self(
        "import.fault.cellTooLong", ["path": path, "line": String(line), "limit": number(limit)])
    case .notText: self("import.fault.notText", ["path": path])
    case .other(let kind): self("import.fault.\(kind.rawValue)", ["path": path])
    case .stopped: self("import.stopped")
    }
  }

  /// The name of a field for which a column can stand.
  public func importField(_ name: String) -> String {
    has("import.field.\(name)") ? self("import.field.\(name)") : self("field.\(name)")
  }

  /// What was found out about a file, in one sentence.
  public func reading(of sheet: Sheet, headerLine: Int, rows: Int) -> String {
    self(
      headerLine == 0 ? "import.reading.bare" : "import.reading", count: rows,
      [
        "file": sheet.name, "encoding": self("import.encoding.\(sheet.encoding.rawValue)"),
        "separator": self("import.separator.\(sheet.separator.rawValue)"),
        "line": String(headerLine),
      ])
  }

  /// How the order of day and month is known; nil where no date depends on it.
  public func sentence(_ evidence: DateOrderEvidence, given: DateOrder?) -> String? {
    if let given { return self("import.order.given.\(given.rawValue)") }
    return switch evidence {
    case .notNeeded: nil
    case .found(let order): self("import.order.found.\(order.rawValue)")
    case .mixed: self("import.order.mixed")
    case .undecided(let count): self("import.order.undecided", count: count)
    }
  }

  /// How many numbers of a sheet come without their source, and what says it; nil where none does.
  public func unsourced(_ work: SheetImport) -> String? {
    if work.mapping.source != nil { return nil }
    let count = work.rows.count { row in
      guard row.knownID == nil, let attendance = row.event?.attendance else { return false }
      return attendance.tally != nil && attendance.source == nil
    }
    return count == 0 ? nil : self("import.unsourced", count: count)
  }

  /// How a row stands, in a word.
  public func state(of row: ImportRow) -> String {
    switch (row.state, row.choice) {
    case (.ready, .leftOut?), (.doubtful, .leftOut?): self("import.state.leftOut")
    case (.ready, _) where row.joins != nil: self("import.state.joined")
    case (.ready, _): self("import.state.ready")
    case (.doubtful, .accepted?) where row.isTaken: self("import.state.accepted")
    case (.doubtful, _): self("import.state.doubtful")
    case (.here(_, let differs), _) where !differs.isEmpty:
      self(row.isTaken ? "import.state.updated" : "import.state.differs")
    case (.here, _), (.listed, _): self("import.state.here")
    case (.skipped, _): self("import.state.skipped")
    }
  }

  /// A doubt as a sentence.
  public func sentence(_ doubt: ImportDoubt, _ formats: Formats) -> String {
    switch doubt {
    case .titleMissing: self("import.doubt.titleMissing")
    case .dateUnreadable(let text): about("dateUnreadable", text)
    case .dateAmbiguous(let text, let dayFirst, let monthFirst):
      about(
        "dateAmbiguous", text,
        ["first": formats.date(dayFirst), "second": formats.date(monthFirst)])
    case .dateIsNumber(let text, let date):
      about("dateIsNumber", text, ["date": formats.date(date)])
    case .yearOdd(let date): self("import.doubt.yearOdd", ["date": formats.date(date)])
    case .timeUnreadable(let text): about("timeUnreadable", text)
    case .zoneMissing(nil): self("import.doubt.zoneMissing")
    case .zoneMissing(let country?):
      self("import.doubt.zoneMissing.country", ["country": formats.country(country)])
    case .zoneUnknown(let text): about("zoneUnknown", text)
    case .zoneDiffers(let text, let zone): about("zoneDiffers", text, ["zone": zone.stored])
    case .momentOrDay(let text, let moment, let day):
      about(
        "momentOrDay", text, ["moment": formats.inFull(moment), "day": formats.date(day)])
    case .nightTime(let text): about("nightTime", text)
    case .weekdayDiffers(let text, let date):
      about("weekdayDiffers", text, ["date": formats.inFull(date)])
    case .endBeforeStart(let text): about("endBeforeStart", text)
    case .countryUnknown(let text): about("countryUnknown", text)
    case .countrySeveral(let text): about("countrySeveral", text)
    case .numberWithNote(let text, let number):
      about("numberWithNote", text, ["number": self.number(number)])
    case .notANumber(let text): about("notANumber", text)
    case .wordUnknown(let field, let text):
      about("wordUnknown", text, ["field": importField(field)])
    case .totalDiffers(let total, let parts):
      self(
        "import.doubt.totalDiffers", ["total": number(total), "parts": number(parts)])
    case .countedButNot(let status, let count):
      self(
        "import.doubt.countedButNot", count: count,
        ["status": formats.label(status, "status")])
    case .heldBeforeItsDay(let date):
      self("import.doubt.heldBeforeItsDay", ["date": formats.date(date)])
    case .looksLike(let id, let title):
      about("looksLike", title, ["id": id.text])
    case .sameAsLine(let line): self("import.doubt.sameAsLine", ["line": String(line)])
    case .likeLine(let line, let title): about("likeLine", title, ["line": String(line)])
    case .perhapsMerged(let column, let above):
      about("perhapsMerged", above, ["column": column])
    case .tooManyCells(let cells):
      self("import.doubt.tooManyCells", count: cells.count)
    case .openQuote: self("import.doubt.openQuote")
    case .manyLines(let count): self("import.doubt.manyLines", ["lines": number(count)])
    case .onlyOneCell(let text): about("onlyOneCell", text)
    case .noTitleNoDate: self("import.doubt.noTitleNoDate")
    case .perhapsTotal(let text): about("perhapsTotal", text)
    case .belowTotals: self("import.doubt.belowTotals")
    case .pseudonymIsName: self("import.doubt.pseudonymIsName")
    case .sheetBefore(let count): self("import.doubt.sheetBefore", count: count)
    case .moreThanAll(let column, let count, let total):
      self(
        "import.doubt.moreThanAll",
        ["column": column, "count": number(count), "total": number(total)])
    case .comingContradicts(let column, let text):
      about("comingContradicts", text, ["column": column])
    case .severalPeople(0): self("import.doubt.nobodyCame")
    case .severalPeople(let count): self("import.doubt.severalPeople", count: count)
    case .knownPerson(let person):
      self(
        "import.doubt.known.\(person.by.rawValue)\(person.isListed ? ".listed" : "")",
        ["pseudonym": person.pseudonym])
    case .asked(let cause): sentence(cause)
    }
  }

  /// A doubt about words of a cell; of long ones only the beginning is repeated.
  private func about(
    _ name: String, _ text: String, _ more: [String: String] = [:]
  ) -> String {
    let short = text.count > 60 ? "\(text.prefix(60))…" : text
    return self("import.doubt.\(name)", more.merging(["text": short]) { $1 })
  }
}
