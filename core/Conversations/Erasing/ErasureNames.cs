using System.Text;
using RbcBot.Core.People;

namespace RbcBot.Core.Conversations.Erasing;

/// <summary>What chance makes for one erasure; nothing of it can be worked out from the person, nor she from it.</summary>
/// <param name="Number">What she is told and may quote: E-7KQ2-M4XP.</param>
/// <param name="Stays">The new id under which her sessions and facts stay.</param>
/// <param name="Leaver">The new id under which she is told that it is done; if she writes again, she is that one.</param>
/// <param name="Key">Makes the new ids of her sessions; kept nowhere.</param>
public sealed record ErasureNames(string Number, PersonId Stays, PersonId Leaver, string Key)
{
    /// <summary>Bytes of chance that make them.</summary>
    public const int ChanceBytes = NumberLetters + (3 * IdBytes);

    const int IdBytes = 16, NumberLetters = 8;

    const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static ErasureNames Of(ReadOnlySpan<byte> chance)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(chance.Length, ChanceBytes);
        var number = new StringBuilder("E-");
        foreach (var one in chance[..NumberLetters])
            number.Append(Letters[one % Letters.Length]);
        return new(number.Insert("E-".Length + (NumberLetters / 2), '-').ToString(), new(Id(chance, 0)), new(Id(chance, 1)), Id(chance, 2));
    }

    static string Id(ReadOnlySpan<byte> chance, int place) => Convert.ToHexStringLower(chance.Slice(NumberLetters + (place * IdBytes), IdBytes));
}
