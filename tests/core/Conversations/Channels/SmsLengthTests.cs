using System.Text.Json;
using RbcBot.Core.Conversations.Channels;
using RbcBot.Tests.Architecture;

namespace RbcBot.Tests.Core.Conversations.Channels;

public sealed class SmsLengthTests
{
    static readonly JsonElement[] Vectors = [.. JsonDocument.Parse(File.ReadAllText(
        Path.Combine(House.Root, "tests", "core", "Conversations", "Channels", "sms-segments.json"))).RootElement.EnumerateArray()];

    public static TheoryData<string> Ids => [.. Vectors.Select(vector => vector.GetProperty("id").GetString()!)];

    [Theory, MemberData(nameof(Ids))]
    public void A_text_is_counted_as_a_provider_counts_it(string id)
    {
        var vector = Vectors.Single(vector => vector.GetProperty("id").GetString() == id);
        var length = SmsLength.Of(vector.GetProperty("text").GetString()!);
        Assert.Equal(
            (vector.GetProperty("encoding").GetString(), vector.GetProperty("segments").GetInt32(), vector.GetProperty("bits").GetInt32()),
            (length.Encoding == SmsEncoding.Gsm7 ? "GSM-7" : "UCS-2", length.Segments, length.Units * (length.Encoding == SmsEncoding.Gsm7 ? 7 : 16)));
        Assert.Equal(vector.GetProperty("foreign").EnumerateArray().Select(sign => sign.GetString()), length.Foreign);
    }

    [Theory]
    [InlineData(160, 1)]
    [InlineData(161, 2)]
    [InlineData(306, 2)]
    [InlineData(307, 3)]
    public void Plain_letters_go_160_alone_and_153_together(int letters, int segments) =>
        Assert.Equal(segments, SmsLength.Of(new string('a', letters)).Segments);

    [Theory]
    [InlineData(35, 1)]
    [InlineData(36, 2)]
    [InlineData(66, 2)]
    [InlineData(67, 3)] // 33 faces fill 66 of 67 units: the next is not torn
    public void A_sign_of_two_units_is_never_torn(int faces, int segments) =>
        Assert.Equal(segments, SmsLength.Of(string.Concat(Enumerable.Repeat("😀", faces))).Segments);
}
