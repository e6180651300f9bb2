import Foundation
import Passerelle
import PasserelleCommands

Program.endInOrder()
// An adapter in the same process needs the Swift runtime as a library, as the worker has it.
if CommandLine.arguments.contains("--in-process") { AdapterWorker.takeOver() }
exit(PasserelleCommand.run())
