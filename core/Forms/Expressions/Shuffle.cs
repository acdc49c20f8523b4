using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace RbcBot.Core.Forms.Expressions;

/// <summary>The order of choices by a seed, as the XForms specification of randomize() makes it: the same seed gives the same order everywhere.</summary>
static class Shuffle
{
    /// <summary>Modulus and multiplier of the Park-Miller generator, which the specification names.</summary>
    const long Modulus = 2147483647, Multiplier = 16807;

    /// <summary>The inside-out shuffle.</summary>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> items, long seed)
    {
        var state = seed % Modulus;
        state = state <= 0 ? state + Modulus - 1 : state;
        var order = new List<T>(items.Count);
        foreach (var item in items)
        {
            // A seed that is a whole negative of the modulus less one gives 0, and 0 gives a place before the first.
            state = state * Multiplier % Modulus;
            var place = Math.Max(0, (int)Math.Floor((state - 1) / (double)(Modulus - 1) * (order.Count + 1)));
            order.Add(item);
            (order[^1], order[place]) = (order[place], order[^1]);
        }
        return order;
    }

    /// <summary>A number is cut to a whole one; a text that is none is digested; nothing is 0.</summary>
    public static long SeedOf(in Value seed, TimeZoneInfo zone)
    {
        var number = seed.Number(zone);
        if (!double.IsNaN(number))
        {
            return double.IsFinite(number) ? (long)(Math.Truncate(number) % Modulus) : number > 0 ? long.MaxValue : long.MinValue;
        }
        var text = seed.Text(zone);
        return text.Length == 0 || seed.IsNumeric ? 0 : BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
