// swift-tools-version: 6.2
import PackageDescription

// An adapter for the register that the floors generate. Nobody publishes that dialect, so the adapter is
// built for the benchmarks alone, in a package of its own, as an author elsewhere would.
let package = Package(
  name: "Register",
  products: [.library(name: "Register", type: .dynamic, targets: ["Register"])],
  dependencies: [.package(name: "Passerelle", path: "../..")],
  targets: [
    .target(
      name: "Register", dependencies: [.product(name: "PasserelleKit", package: "Passerelle")])
  ])
