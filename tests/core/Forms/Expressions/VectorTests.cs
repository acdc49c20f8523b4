using System.Runtime.CompilerServices;

namespace RbcBot.Tests.Core.Forms.Expressions;

public sealed class VectorTests
{
    static readonly Lazy<IReadOnlyList<Vector>> vectors = new(() => Vector.Read(Path.Combine(Path.GetDirectoryName(Here())!, "xpath.json")));

    [Theory]
    [InlineData("form", 98)]
    [InlineData("xpath1", 85)]
    [InlineData("error", 95)]
    public void Expressions_come_to_what_two_engines_agree_on(string tier, int leastPercent)
    {
        var asked = vectors.Value.Where(vector => vector.Tier == tier).ToList();
        var misses = asked.Select(vector => vector.Miss()).Where(miss => miss.Length > 0).ToList();
        Assert.True((asked.Count - misses.Count) * 100 >= leastPercent * asked.Count, $"{misses.Count} of {asked.Count} miss:\n{string.Join('\n', misses)}");
    }

    [Fact]
    public void No_vector_of_this_file_is_missed() =>
        Assert.Equal("", string.Join('\n', vectors.Value.Select(vector => vector.Miss()).Where(miss => miss.Length > 0)));

    static string Here([CallerFilePath] string path = "") => path;
}
