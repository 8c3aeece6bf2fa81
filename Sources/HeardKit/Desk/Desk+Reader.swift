import HeardModel

extension Desk {
  /// Who reads at this desk: the person that the settings name, with what they do here.
  public var reader: Reader { programme.reader(settings) }
}
