internal import PasserelleModel

/// Why no adapter can be begun.
package enum NewAdapterError: Error, Hashable, CustomStringConvertible {
  case badName(String)
  case takenName(String)
  case badPackage(String)
  case noPackage
  case noTemplate(searched: String?)
  case exists(String)
  case unwritable(path: String, why: String)

  package var description: String {
    switch self {
    case .badName(let name):
      "'\(name.prefix(80).printable)' is not the name of an adapter: write a capital letter, then letters, "
        + "digits and '_', 64 at most, such as 'Norway'"
    case .takenName(let name):
      "the name '\(name)' is taken by an installed adapter or by the SDK; choose another"
    case .badPackage(let text):
      "'\(text.prefix(80).printable)' is neither a checkout of Passerelle nor an address "
        + "that git can clone (https://…, ssh://…, file://…)"
    case .noPackage:
      "this program is not in a checkout of Passerelle, so it does not know what the package should "
        + "depend on; name a checkout or an address that git can clone with '--passerelle', or write the "
        + "adapter in C ('--language c'), which needs neither"
    case .noTemplate(let folder):
      folder.map { "the templates in '\($0.printable)' do not belong to this program" }
        ?? "the adapter templates were not found; install them next to the program, or name their folder "
        + "in PASSERELLE_TEMPLATES"
    case .exists(let path):
      "'\(path.printable)' already exists; nothing was written"
    case .unwritable(let path, let why):
      "'\(path.printable)' cannot be written: \(why)"
    }
  }
}
