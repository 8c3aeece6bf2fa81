extension SheetTable {
  /// Whether headings or cells of the sheet are Japanese: dates are written otherwise there.
  var isJapanese: Bool {
    func isKana(_ text: String) -> Bool {
      text.unicodeScalars.contains {
        (0x3040...0x30FF).contains($0.value) || (0x4E00...0x9FFF).contains($0.value)
      }
    }
    return columns.contains { isKana($0.heading) }
      || rows.prefix(20).contains { $0.cells.contains(where: isKana) }
  }
}
