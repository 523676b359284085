internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// How services are asked.
struct ServiceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A property to ask of candidates where the service offers it: type, country, coordinates, "
        + "begin, end or alias, = and its id, such as type=P31; may be repeated.",
      valueName: "what=property"))
  var extend: [String] = []

  @Flag(help: "Let hosts of this machine and of private networks be asked.")
  var allowPrivate = false

  @Option(
    help: ArgumentHelp(
      "The certificates to trust, in PEM, in place of the system's.", valueName: "file"))
  var caFile: String?

  @Option(
    help: ArgumentHelp(
      "The file that keeps answers (default: griot/services.sqlite in the folder of caches).",
      valueName: "file"))
  var cache: String?

  @Flag(help: "Ask anew for what is kept.")
  var refresh = false

  @Option(
    help: ArgumentHelp("How many requests a second are sent at most.", valueName: "count"))
  var rate = 10.0

  @Option(
    help: ArgumentHelp("How many seconds an answer may take.", valueName: "seconds"))
  var timeout = 30.0

  func validate() throws {
    for (name, number) in [("rate", rate), ("timeout", timeout)]
    where !(number > 0 && number <= 3600) {
      throw ValidationError("--\(name) is \(number); expected a number above 0, at most 3600")
    }
  }

  var settings: ServiceSettings {
    var settings = ServiceSettings()
    settings.reach = allowPrivate ? .allHosts : .publicHosts
    settings.certificateFile = caFile
    settings.cache =
      cache ?? ServiceSettings.usualCache(ProcessInfo.processInfo.environment)
    settings.refreshes = refresh
    settings.rate = rate
    settings.timeout = timeout
    settings.properties = extend
    return settings
  }
}
