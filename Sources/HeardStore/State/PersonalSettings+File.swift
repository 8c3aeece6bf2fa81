import HeardModel

extension PersonalSettings {
  /// The settings of this person as far as the file can be understood, or none chosen.
  public static func load() -> PersonalSettings {
    StateFolder.readWhatFits(.settings) ?? PersonalSettings()
  }

  /// Keeps the settings, and what a newer version put beside them.
  public func save() throws(StoreError) {
    try StateFolder.merge(self, into: .settings)
  }
}
