import TerminalCanvas

extension Driver {
  /// A sheet of events that was read, so many parts behind its columns.
  static func importing(
    _ sheet: String, parts: Int = 0, language: String = "en", columns: Int = 80, rows: Int = 24
  ) -> Driver {
    var driver = Driver(language: language, columns: columns, rows: rows)
    driver.files = ["sheets/events.csv": sheet]
    driver.press("2I")
    driver.type("sheets/events.csv")
    driver.press("<Enter>" + String(repeating: "<Tab>", count: parts))
    return driver
  }
}
