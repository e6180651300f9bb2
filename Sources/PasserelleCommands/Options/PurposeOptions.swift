internal import ArgumentParser
internal import PasserelleModel

/// The purpose of a person in the destination country.
struct PurposeOptions: ParsableArguments {
  /// The purposes that a question may have.
  enum Choice: String, ExpressibleByArgument, CaseIterable, Sendable {
    case study, regulated, work

    var purpose: Purpose {
      switch self {
      case .study: .study
      case .regulated: .regulated
      case .work: .work
      }
    }
  }

  @Option(
    name: .customLong("purpose"),
    help: ArgumentHelp(
      """
      Show who decides in the destination country, and whether it is binding: to study, to work in a regulated \
      profession, or to do other work (study, regulated, work).
      """, valueName: "purpose"))
  var choice: Choice?

  var purpose: Purpose? { choice?.purpose }
}
