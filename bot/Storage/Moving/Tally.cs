using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RbcBot.Bot.Storage.Moving;

/// <summary>How many rows there are, and a hash of all of them that does not depend on their order.</summary>
sealed class Tally
{
    UInt128 sum;

    public long Rows { get; private set; }

    public string Hash => sum.ToString("x32", CultureInfo.InvariantCulture);

    public void Add(object?[] row)
    {
        var text = new StringBuilder();
        foreach (var value in row)
            text.Append(Written(value)).Append('\u001f');
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        sum += System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
        Rows++;
    }

    public bool Equals(Tally other) => Rows == other.Rows && sum == other.sum;

    static string Written(object? value) => value switch
    {
        null or DBNull => "\u0000",
        byte[] bytes => Convert.ToHexString(bytes),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
