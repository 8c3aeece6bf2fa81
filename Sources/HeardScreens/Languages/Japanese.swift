/// The Japanese catalog.
let japaneseCatalog = #"""
  program = Heard
  """#
