import HeardKit
import HeardModel
import TerminalCanvas

/// A quote while its form is open, with the testimony from which it is taken.
struct QuoteSheet: TranslationSheet {
  var quote: Quote
  let testimony: Testimony
  /// Whether these words were read to the speaker, who agreed to them.
  var isApproved: Bool
  var coversTranslations: Bool
  var naming: Naming
  var isRevoked: Bool
  /// Whether a second person looked at it.
  var isReviewed: Bool
  /// The one translation that the form shows; saved under its language.
  var translation: Translation
  private let before: Quote

  init(_ quote: Quote, of testimony: Testimony) {
    self.quote = quote
    self.testimony = testimony
    before = quote
    // What a withdrawal has ended is approved anew or not at all.
    isApproved = quote.approval.map { !$0.isVoid(by: testimony.consent) } ?? false
    coversTranslations = quote.approval?.coversTranslations ?? false
    naming = quote.approval?.naming ?? testimony.consent.naming
    isRevoked = quote.approval?.isRevoked ?? false
    isReviewed = !quote.reviewedBy.isEmpty
    translation = quote.translations.first ?? Translation()
  }

  /// The quote to be saved: an approval holds for the very words that were read.
  func finished(_ desk: inout Desk) -> Quote {
    var done = quote
    if done.id.isEmpty { done.id = desk.ids.make("q") }
    done.approval = approval(of: done, desk)
    done.translations.put(translation)
    if !isReviewed {
      (done.reviewedBy, done.reviewedOn) = ("", nil)
    } else if before.reviewedBy.isEmpty || before.text != done.text {
      done.reviewedBy = desk.settings.name
      done.reviewedOn = desk.today
    }
    return done
  }

  private func approval(of done: Quote, _ desk: Desk) -> QuoteApproval? {
    guard isApproved else { return nil }
    var approval = before.approval ?? QuoteApproval()
    let isVoid = approval.isVoid(by: testimony.consent)
    let isNew = before.approval == nil || isVoid || (approval.isRevoked && !isRevoked)
    if isNew {
      approval.at = desk.now
      approval.by = desk.settings.name
      approval.text = done.text
      approval.language = done.language
    }
    approval.coversTranslations = coversTranslations
    approval.naming = naming
    approval.isRevoked = isRevoked && !isVoid
    return approval
  }
}

/// The fields of a quote.
enum QuoteFields {
  static let newSpec = FormSpec<QuoteSheet>(passage + approval)
  static let spec = FormSpec<QuoteSheet>(
    passage + approval
      + [.toggle("revoked", \.isRevoked), .toggle("reviewedByMe", \.isReviewed)]
      + TranslationFields.all(),
    rules: { sheet, _ in TranslationFields.rules(sheet.translation) })

  private static let passage: [FieldSpec<QuoteSheet>] = [
    .text("passage", \.quote.text, rows: 4, isRequired: true)
  ]

  private static let approval: [FieldSpec<QuoteSheet>] = [
    .toggle("approved", \.isApproved),
    .toggle("coversTranslations", \.coversTranslations),
    .choice("quoteNaming", \.naming, labels: "naming"),
    .text("selectedBecause", \.quote.selectedBecause),
    .day("embargo", \.quote.embargo) { sheet, desk in
      DatePlace(desk.programme.events[sheet.testimony.event]?.country)
    },
  ]
}

/// The form of a quote: a passage of a testimony's own words, and that its speaker agreed to it.
struct QuoteForm: FormScreen {
  let name = "quoteForm"
  var form: RecordForm<QuoteSheet>
  private let testimony: Testimony
  private let stored: Quote?
  /// Whether the last attempt to save found words that were not said.
  private var isForeign = false

  private init(
    _ quote: Quote, stored: Quote?, of testimony: Testimony, draftID: String, _ desk: Desk
  ) {
    let spec = stored == nil ? QuoteFields.newSpec : QuoteFields.spec
    form = RecordForm(spec, QuoteSheet(quote, of: testimony), draftID: draftID, desk)
    self.testimony = testimony
    self.stored = stored
  }

  /// A form that begins with a passage, or with all the words: what is not to be quoted is taken out.
  static func new(of id: TestimonyID, _ desk: Desk, passage: String? = nil) -> QuoteForm? {
    guard let testimony = readable(id, desk) else { return nil }
    var quote = Quote()
    quote.language = testimony.language
    quote.text = passage ?? testimony.text
    return QuoteForm(
      quote, stored: nil, of: testimony, draftID: "quote-\(testimony.id.text)", desk)
  }

  /// The form of a quote that is there.
  static func edit(_ quote: QuoteID, of id: TestimonyID, _ desk: Desk) -> QuoteForm? {
    guard let testimony = readable(id, desk),
      let quote = testimony.quotes.first(where: { $0.id == quote })
    else { return nil }
    return QuoteForm(
      quote, stored: quote, of: testimony, draftID: "quote-\(quote.id.text)", desk)
  }

  /// The form of a draft as it was left; nil when its testimony may not be read any more.
  static func restored(_ draft: Draft, _ desk: Desk) -> QuoteForm? {
    guard let id = TestimonyID(stored: draft.record) else { return nil }
    let quote = QuoteID(stored: String(draft.id.dropFirst("quote-".count)))
    var screen = quote.flatMap { edit($0, of: id, desk) }
    if screen == nil && draft.id == "quote-\(id.text)" { screen = new(of: id, desk) }
    screen?.form.form.restore(draft)
    return screen
  }

  private static func readable(_ id: TestimonyID, _ desk: Desk) -> Testimony? {
    guard let testimony = desk.programme.testimonies[id],
      testimony.visibility(to: desk.reader, on: desk.today).isReadable
    else { return nil }
    return testimony
  }

  mutating func type(_ key: Key, _ desk: inout Desk) -> Bool {
    isForeign = false
    return form.type(key, desk) || refusesLetter(key, &desk)
  }

  mutating func checkField(_ field: Code, _ desk: inout Desk) {
    isForeign = false
    form.spec.check(field, in: &form.form, of: form.original, desk)
  }

  func describe(_ desk: Desk) -> ScreenContent {
    var block = form.block(desk)
    if case .fields(var fields) = block, !fields.items.isEmpty {
      if isForeign { fields.items[0].problem = desk.words("quote.notInText") }
      if stored != nil { fields.items[0].hint = nil }
      block = .fields(fields)
    }
    return ScreenContent(
      context: StyledText(testimony.title(desk), .faint),
      blocks: desk.remarks(onForm: .testimony(testimony)) + [block])
  }

  func outlived(_ desk: Desk) -> String? {
    desk.hasOutlived(testimony) ? desk.words("testimony.closedMeanwhile") : nil
  }

  func draft(_ desk: Desk) -> Draft? {
    var draft = form.draft("testimony", of: testimony.id.text, event: testimony.event, desk)
    // Also a passage that nobody typed: restored, the form begins with all the words again.
    if stored == nil { draft?.fields["passage"] = form.form.text("passage") }
    return draft
  }

  /// The testimony with this quote as it stood when the form was opened, so that what somebody
  /// else has changed in it since is merged and not taken back.
  private func opened(_ current: Testimony) -> Testimony {
    guard let stored else { return current }
    var opened = current
    if let place = opened.quotes.firstIndex(where: { $0.id == stored.id }) {
      opened.quotes[place] = stored
    } else {
      opened.quotes.append(stored)
    }
    return opened
  }

  mutating func save(_ desk: inout Desk) {
    guard var sheet = subject(&desk) else { return }
    sheet.quote.text = trimmed(sheet.quote.text)
    guard testimony.holds(sheet.quote.text, in: sheet.quote.language) else {
      isForeign = true
      form.form.focus("passage")
      return desk.refuse(desk.words("form.problems"))
    }
    // The testimony as it is now: somebody may have changed it since the form was opened.
    guard let current = desk.programme.testimonies[testimony.id],
      current.visibility(to: desk.reader, on: desk.today).isReadable
    else { return desk.refuse(desk.words("testimony.gone")) }
    let quote = sheet.finished(&desk)
    var changed = current
    if let place = changed.quotes.firstIndex(where: { $0.id == quote.id }) {
      changed.quotes[place] = quote
    } else {
      changed.quotes.append(quote)
    }
    let name = ChangeName.edited(kind: .testimony, title: current.title(desk))
    let change = Change(name, before: .testimony(opened(current)), after: .testimony(changed))
    if make(change, &desk) { desk.pop() }
  }
}
