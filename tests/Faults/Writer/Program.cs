// Writes to the store in the folder given until it is killed, and says on its output what was acknowledged.
using RbcBot.Tests.Faults.Writer;

await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
var people = Enumerable.Range(0, 8).Select(number => new Talker(number, args[1], output)).ToList();
await new Store(args[0], people).RunAsync();
