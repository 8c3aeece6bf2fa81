import HeardModel

extension PersonalSettings {
  /// The settings of this person as far as the file can be understood, or none chosen.
  public static func load() -> PersonalSettings {
    StateFolder.readWhatFits(.settings) ?? PersonalSettings()
  }

  /// What in the file cannot be understood, the first of it; nil where all of it is in force.
  ///
  /// The next change of a setting keeps such a file beside as `settings.json.unreadable`.
  public static var fault: FileFault? {
    StateFolder.faults(of: PersonalSettings.self, at: .settings).first
  }

  /// Keeps the settings, and what a newer version put beside them.
  public func save() throws(StoreError) {
    try StateFolder.merge(self, into: .settings)
  }
}
