internal import ArgumentParser
internal import Foundation
internal import Passerelle
internal import PasserelleAnswers
internal import PasserelleModel
internal import PasserelleStore

struct NewFrameworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "framework",
    abstract: "Write the beginning of a descriptor of your framework, to be filled in.",
    discussion: """
      On a terminal it asks for what is not given. What is written states no referencing, no date and no \
      address: comments show where they belong. Beside it comes the schema that editors complete and \
      check by. A file that is there is never overwritten.

      Documentation/Authorities.md leads from here to a framework that others can ask about.
      """)

  @Option(
    help: ArgumentHelp(
      "The country: a code (IE, GB-SCT) or its name; may be given several times.",
      valueName: "country"))
  var country: [String] = []

  @Option(
    help: ArgumentHelp("What the framework is called in short, such as NQF.", valueName: "name"))
  var acronym: String?

  @Option(
    help: ArgumentHelp(
      "The title with its language before it, 'en=National Framework'; may be given several times.",
      valueName: "title"))
  var title: [String] = []

  @Option(
    help: ArgumentHelp(
      "How many levels there are, or their codes, the lowest first: 8, or A,B,1,2.",
      valueName: "levels"))
  var levels: String?

  @Option(
    help: ArgumentHelp("The framework that levels are referenced to.", valueName: "framework"),
    completion: .frameworks)
  var reference: String?

  @Option(
    help: ArgumentHelp(
      "The name in this library; made of country and acronym otherwise.", valueName: "id"))
  var id: String?

  @Option(help: "How to write it: yaml or xml.")
  var format: DescriptorFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; named after the id otherwise.", valueName: "path"),
    completion: .file())
  var output: String?

  @OptionGroup var options: LibraryOptions

  func run() throws {
    let questions = try options.library().store.read(FrameworkQuestions.init)
    let interview = Interview()
    let countries = try interview.list(
      country, "Country, by its code or name", "--country", questions.country)
    let acronym = try interview.optional(
      acronym, "What the framework is called in short, such as NQF (Enter: nothing)", "--acronym",
      questions.acronym)
    let titles = try interview.list(
      title, "Title, with its language before it, such as en=National Framework", "--title",
      questions.title)
    let levels = try interview.one(
      levels, "How many levels, or their codes with commas, the lowest first", "--levels",
      questions.levels)
    let reference = try interview.one(
      reference, "Framework that levels are referenced to", "--reference", usual: "eqf",
      questions.reference)
    let name = try id.map { try questions.name($0) } ?? questions.name(of: countries, acronym)
    let format =
      try format
      ?? interview.one(
        nil, "Form, yaml or xml", "--format", usual: "yaml", questions.format)
    let path = output ?? "\(name).\(format.rawValue)"
    let draft = FrameworkDraft(
      name: name, acronym: acronym, countries: countries, title: LocalizedText(titles),
      levels: levels, reference: reference, levelWords: Self.levelWords())
    try write(draft, as: format, to: path)
    if questions.isKnown(name) {
      Console.error(
        "the library has '\(name)' already: importing this file would take its place; '--id' gives "
          + "it another name")
    }
    Console.error("fill in what is commented out; 'passerelle check \(path)' says what is open")
  }

  private func write(_ draft: FrameworkDraft, as format: DescriptorFormat, to path: String) throws {
    try NewFile.write(format == .yaml ? draft.yaml : draft.xml, to: path)
    Console.print("wrote \(path.printable)")
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    for schema in try DescriptorSchema.writeMissing(for: format, into: folder) {
      Console.print("wrote \(schema.printable), which editors check it by")
    }
  }

  /// The word for a level in each language that statements are written in.
  private static func levelWords() -> [String: String] {
    guard let folder = Locations.standard().languages else { return [:] }
    let languages = Language.names(in: folder)
    return Dictionary(
      uniqueKeysWithValues: languages.compactMap { language in
        (try? Language(language, in: folder)).flatMap { words in
          words.message("element.level").map { (language, $0) }
        }
      })
  }
}

extension DescriptorFormat: ExpressibleByArgument {}
