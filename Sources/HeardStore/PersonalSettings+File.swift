import HeardModel

extension PersonalSettings {
  /// The file in which they are kept.
  public static let fileName = "settings.json"

  /// The settings of this person as far as the file can be understood, or none chosen.
  public static func load() -> PersonalSettings {
    (try? StateFolder.config())?.readWhatFits(fileName) ?? PersonalSettings()
  }

  /// Keeps the settings, and what a newer version put beside them.
  public func save() throws(StoreError) {
    try StateFolder.config().merge(self, into: Self.fileName)
  }
}
