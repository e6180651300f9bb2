public import PasserelleModel

extension FrameworkName {
  /// Makes a name of what others call the thing: `KF_FOOD` and `KF Food` make `kf-food`.
  ///
  /// ASCII letters become small ones, and all that a name cannot have becomes a hyphen. Nothing where
  /// that leaves nothing.
  public init?(folding text: String) {
    let words = text.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    self.init(String(words.joined(separator: "-").prefix(64)))
  }
}
