/// Lays out a table: which columns fit, how wide they are, which rows are visible.
struct TableLayout {
  let table: Table
  let glyphs: Glyphs
  private let columns: Int
  /// The indices of the columns that fit, with their widths.
  let shown: [(index: Int, width: Int)]

  private static let spacing = 2

  init(table: Table, columns: Int, glyphs: Glyphs) {
    self.table = table
    self.glyphs = glyphs
    self.columns = columns
    shown = Self.share(columns, among: table.columns)
  }

  /// The rows that the whole table takes.
  var naturalHeight: Int {
    if table.isOnlyRead { return 0 }
    return fixedHeight + max(table.rowCount, table.emptyText == nil ? 0 : 1)
  }

  private var fixedHeight: Int { (table.showsHeader ? 1 : 0) + (table.footer == nil ? 0 : 1) }

  /// The visible rows: header, a window around the cursor, the position, the footer.
  func rows(height: Int) -> [Row] {
    var rows: [Row] = []
    var left = height
    // On very few rows the current record matters most.
    let showsHeader = table.showsHeader && (left > 1 || table.rowCount == 0)
    let showsFooter = table.footer != nil && left > 2
    left -= (showsHeader ? 1 : 0) + (showsFooter ? 1 : 0)
    let showsPosition = table.rowCount > left && left > 2
    // Beside a footer the position takes no row of its own.
    left -= showsPosition && !showsFooter ? 1 : 0
    if showsHeader { rows.append(header) }
    if table.rowCount == 0, let text = table.emptyText {
      rows.append(emptyRow(text))
    }
    for index in Window.range(count: table.rowCount, height: left, cursor: table.cursor) {
      rows.append(row(at: index))
    }
    switch (showsFooter ? table.footer : nil, showsPosition) {
    case (let footer?, true): rows.append(Row(beside(position, footer)))
    case (let footer?, false): rows.append(Row(text(of: footer)))
    case (nil, true):
      rows.append(Row(position.fitted(to: columns, alignment: .trailing, glyphs: glyphs)))
    case (nil, false): break
    }
    return rows
  }

  private func emptyRow(_ text: StyledText) -> Row {
    Row(
      text.styledWherePlain(.faint).fitted(to: columns, glyphs: glyphs),
      cursor: table.isFocused && table.cursor != nil ? 0 : nil)
  }

  private var header: Row {
    var text = StyledText([])
    for (place, column) in shown.enumerated() {
      if place > 0 { text += StyledText(Self.gap) }
      let definition = table.columns[column.index]
      text += title(of: definition, columns: column.width)
    }
    return Row(text)
  }

  private func title(of column: Column, columns: Int) -> StyledText {
    let title = StyledText(column.title, .faint)
    guard let order = column.sorted, columns > 2 else {
      return title.fitted(to: columns, alignment: column.alignment, glyphs: glyphs)
    }
    let arrow = order == .ascending ? glyphs.ascending : glyphs.descending
    // Where the room is narrow the sign stands close, so that the title stays whole.
    let isNarrow = TextWidth.columns(of: column.title) + 2 > columns
    let sign = isNarrow ? arrow : " " + arrow
    let room = min(columns - (isNarrow ? 1 : 2), TextWidth.columns(of: column.title))
    return (title.fitted(to: room, glyphs: glyphs) + StyledText(sign, .accent))
      .fitted(to: columns, alignment: column.alignment, glyphs: glyphs)
  }

  private func row(at index: Int) -> Row {
    let content = table.row(index)
    var row = row(at: index, content)
    guard table.cursor != nil, !table.isOnlySeen else { return row }
    if content.kind == .item || content.kind == .wide { row.target = .row(index, column: nil) }
    if content.kind == .item, table.cursorColumn != nil {
      row.targets = shown.enumerated().map { place, column in
        let start = offset(of: place)
        return (start..<(start + column.width), .row(index, column: column.index))
      }
    }
    return row
  }

  private func row(at index: Int, _ content: TableRow) -> Row {
    let isCurrent = index == table.cursor
    guard isCurrent else { return Row(text(of: content), isMarked: content.isMarked) }
    if table.isFocused, let cell = cellCursor(in: content) {
      return Row(
        text(of: content, current: cell), isPointed: true, isMarked: content.isMarked,
        cursor: offset(of: cell))
    }
    return Row(
      text(of: content), style: table.isFocused ? .selected : .selectedFaint, isPointed: true,
      isMarked: content.isMarked, cursor: table.isFocused ? 0 : nil)
  }

  /// The place among the shown columns of the cell that is chosen.
  private func cellCursor(in row: TableRow) -> Int? {
    guard row.kind == .item, let cursor = table.cursorColumn else { return nil }
    return shown.firstIndex { $0.index == cursor }
  }

  private func offset(of place: Int) -> Int {
    shown[..<place].reduce(0) { $0 + $1.width + Self.spacing }
  }

  private func text(of row: TableRow, current: Int? = nil) -> StyledText {
    switch row.kind {
    case .heading: return spanning(row, .title)
    case .note: return spanning(row, .faint)
    case .wide: return spanning(row, .plain)
    case .item: break
    }
    var text = StyledText([])
    for (place, column) in shown.enumerated() {
      if place > 0 { text += StyledText(Self.gap) }
      let cell = column.index < row.cells.count ? row.cells[column.index] : StyledText([])
      let fitted = cell.fitted(
        to: column.width, alignment: table.columns[column.index].alignment, glyphs: glyphs)
      guard let current else {
        text += fitted
        continue
      }
      text += place == current ? fitted.styled(.selected) : fitted.styledWherePlain(.selectedFaint)
    }
    return text
  }

  private func spanning(
    _ row: TableRow, _ style: Style, within room: Int? = nil
  ) -> StyledText {
    (row.cells.first ?? StyledText([])).styledWherePlain(style)
      .fitted(to: room ?? columns, glyphs: glyphs)
  }

  private var position: StyledText {
    let place = table.cursor.map { "\(min($0, table.rowCount - 1) + 1)/" } ?? ""
    return StyledText("\(place)\(table.rowCount)", .faint)
  }

  private func beside(_ position: StyledText, _ footer: TableRow) -> StyledText {
    let room = columns - TextWidth.columns(of: position.text) - 1
    let text = footer.kind == .item ? text(of: footer) : spanning(footer, .faint, within: room)
    return text.fitted(to: room, glyphs: glyphs) + StyledText(" ") + position
  }

  fileprivate static let gap = String(repeating: " ", count: spacing)
}

extension TableLayout {
  /// Chooses the columns that fit and shares out the room that is left by weight.
  static func share(
    _ room: Int, among columns: [Column]
  ) -> [(index: Int, width: Int)] {
    var kept = Array(columns.indices)
    func needed() -> Int {
      kept.reduce(spacing * max(0, kept.count - 1)) { $0 + columns[$1].minimum }
    }
    while needed() > room {
      var leaving: Int?
      // Of equally unimportant columns the last one leaves first.
      for index in kept where columns[index].priority > 0 {
        let priority = leaving.map { columns[$0].priority } ?? 0
        if columns[index].priority >= priority { leaving = index }
      }
      guard let leaving else { break }
      kept.removeAll { $0 == leaving }
    }
    let widths = filled(room - needed(), kept.map { columns[$0] })
    return zip(kept, widths).map { ($0, $1) }
  }

  /// The widths of columns that share out the room beyond their least; none takes more than its
  /// most, and what it leaves goes to the others.
  private static func filled(_ room: Int, _ columns: [Column]) -> [Int] {
    var widths = columns.map(\.minimum)
    var left = room
    var open = columns.indices.filter { columns[$0].weight > 0 }
    while left > 0 && !open.isEmpty {
      var weights = open.reduce(0) { $0 + columns[$1].weight }
      for place in open {
        let share = left * columns[place].weight / weights
        let more = min(share, max(0, (columns[place].most ?? .max) - widths[place]))
        widths[place] += more
        left -= more
        weights -= columns[place].weight
      }
      open.removeAll { place in columns[place].most.map { widths[place] >= $0 } ?? false }
    }
    return widths
  }
}

extension Table {
  /// Cells in one line, each in its column, as a table with these columns lays out a row.
  public static func line(
    _ cells: [StyledText], in columns: [Column], within room: Int, glyphs: Glyphs
  ) -> StyledText {
    var line = StyledText([])
    for (place, column) in TableLayout.share(room, among: columns).enumerated() {
      if place > 0 { line += StyledText(TableLayout.gap) }
      let cell = column.index < cells.count ? cells[column.index] : StyledText([])
      line += cell.fitted(
        to: column.width, alignment: columns[column.index].alignment, glyphs: glyphs)
    }
    return line
  }

  /// The widths that columns have within some room; 0 where one finds none.
  public static func widths(of columns: [Column], within room: Int) -> [Int] {
    var widths = Array(repeating: 0, count: columns.count)
    for (index, width) in TableLayout.share(room, among: columns) { widths[index] = width }
    return widths
  }
}

extension Column {
  fileprivate var minimum: Int {
    switch width {
    case .fixed(let columns): max(0, columns)
    case .fill(let minimum, _): max(0, minimum)
    }
  }

  fileprivate var weight: Int {
    switch width {
    case .fixed: 0
    case .fill(_, let weight): max(0, weight)
    }
  }
}
