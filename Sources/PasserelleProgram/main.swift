import Foundation
import Passerelle
import PasserelleCommands

Program.endInOrder()
// An adapter in the same process needs the Swift runtime as a library, as the worker has it.
if let arguments = try? Program.arguments(), arguments.contains("--in-process") {
  AdapterWorker.takeOver(with: arguments)
}
exit(PasserelleCommand.run())
