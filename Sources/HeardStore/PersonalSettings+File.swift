import HeardModel

extension PersonalSettings {
  /// The file in which they are kept.
  public static let fileName = "settings.json"

  /// The settings of this person, or none chosen.
  public static func load() -> PersonalSettings {
    (try? StateFolder.config())?.read(fileName) ?? PersonalSettings()
  }

  /// Keeps the settings.
  public func save() throws(StoreError) {
    try StateFolder.config().write(self, to: Self.fileName)
  }
}
