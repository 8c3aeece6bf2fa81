extension Programme {
  /// Whether everybody in it is invented: then nothing of anybody can leave it or be kept too long.
  public var isInvented: Bool { settings.provenance.kind == .synthetic }
}
