/// The French catalog.
let frenchCatalog = #"""
  program = Heard
  """#
