using System.Security.Cryptography;
using System.Text;
using RbcBot.Core.People;

namespace RbcBot.Core.Selection;

/// <summary>An order among equals that nobody can steer and anybody can compute: the SHA-256 of the person's id.</summary>
static class TieBreak
{
    /// <summary>Weights lie below this.</summary>
    public const int Range = 4096;

    public static int Weight(PersonId person) => Hash(person)[0] << 4 | Hash(person)[1] >> 4;

    public static string Order(PersonId person) => Convert.ToHexString(Hash(person));

    static byte[] Hash(PersonId person) => SHA256.HashData(Encoding.UTF8.GetBytes(person.Value));
}
