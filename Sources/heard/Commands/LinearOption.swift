import ArgumentParser

/// Whether Heard talks in plain lines; said of the program itself, where those look who need it.
struct LinearOption: ParsableArguments {
  @Flag(
    help: """
      Talks in plain lines instead of showing screens: for screen readers, braille lines, small \
      terminals, and pipes.
      """)
  var linear = false
}
