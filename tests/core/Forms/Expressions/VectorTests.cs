namespace RbcBot.Tests.Core.Forms.Expressions;

public sealed class VectorTests
{
    /// <summary>What forms refuse on purpose; every other vector must pass.</summary>
    static readonly string[] refused = ["area(", "distance("];

    [Fact]
    public void Every_vector_of_the_form_tier_passes_but_those_of_refused_functions()
    {
        var misses = Vector.All().Where(vector => vector.Tier == "form").Select(vector => vector.Miss())
            .Where(miss => miss.Length > 0 && !refused.Any(miss.Contains));
        Assert.Equal("", string.Join('\n', misses));
    }

    [Fact]
    public void The_form_tier_passes_as_far_as_measured()
    {
        var vectors = Vector.All().Where(vector => vector.Tier == "form").ToList();
        Assert.True(vectors.Count(vector => vector.Miss().Length == 0) >= 236, "fewer form vectors pass than measured");
    }

    [Fact]
    public void Every_vector_of_the_error_tier_fails()
    {
        var passed = Vector.All().Where(vector => vector.Tier == "error" && !vector.Fails()).Select(vector => vector.Expression);
        Assert.Empty(passed);
    }
}
