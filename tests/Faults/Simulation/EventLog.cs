using System.Security.Cryptography;
using System.Text;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>What happened in one run, in order and without anything that two runs of a seed do not share.</summary>
sealed class EventLog
{
    readonly List<string> lines = [];

    public int Count => lines.Count;

    public void Add(string line) => lines.Add(line);

    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));

    public string Tail(int most) => string.Join('\n', lines.TakeLast(most));

    /// <summary>The first line that differs, of both; "" when none does.</summary>
    public string Difference(EventLog other) => lines.Zip(other.lines).Index().Where(both => both.Item.First != both.Item.Second)
        .Select(both => $"line {both.Index}: {both.Item.First} / {both.Item.Second}").FirstOrDefault(lines.Count == other.lines.Count ? "" : "one is longer");
}
