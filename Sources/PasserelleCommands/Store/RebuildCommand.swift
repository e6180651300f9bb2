internal import ArgumentParser
internal import Passerelle
internal import PasserelleModel

struct RebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild", _superCommandName: "passerelle",
    abstract: "Make a lost or damaged store again, from the files that had been imported.",
    discussion: """
      'graph.db.imports.tsv', beside the store, lists what was imported, from where, and with which hash. What \
      the store lacks of it is read again; what it has stays as it is. A store that is damaged is \
      set aside first. What is missing or has changed is told, and the exit code is then 1.
      """)

  @Flag(help: "Read also what is not the file that was imported.")
  var changed = false

  @OptionGroup var options: LibraryOptions

  func validate() throws {
    if options.store != nil {
      throw ValidationError("'rebuild' makes your own store; leave '--store' out")
    }
  }

  func run() throws {
    if let path = try StoreFile.setAside(at: options.locations) {
      Console.error("the store was of no use, and is now '\(path.printable)'")
    }
    // What is missing is told below.
    let library = try Library(
      at: options.locations, for: .keeping, progress: { Console.note($0) })
    let rebuilding = try library.rebuild(takingChanged: changed)
    if !rebuilding.restored.isEmpty {
      Console.print(
        done: rebuilding.restored.map { "read again \($0)" }.joined(separator: "\n"))
    }
    for left in rebuilding.left { Console.error("\(left)") }
    guard rebuilding.left.isEmpty else { throw ExitStatus.findings }
    if rebuilding.restored.isEmpty {
      Console.error("nothing is missing that the list of imports has")
    }
  }
}
