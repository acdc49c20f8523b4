// Writes to the store in the folder, or the PostgreSQL database, given until it is killed, and says on its output what was acknowledged.
using RbcBot.Tests.Faults.Writer;

await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
if (args[0].StartsWith("Host=", StringComparison.Ordinal))
    await new Node(args[0], args[1], output).RunAsync();
var people = Enumerable.Range(0, 8).Select(number => new Talker(number, args[1], output)).ToList();
await new Store(args[0], people).RunAsync();
