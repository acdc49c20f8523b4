using System.Security.Cryptography;
using System.Text;
using RbcBot.Core.Conversations;

namespace RbcBot.Admin.Rounds.Exports;

/// <summary>Ids of submissions and packages for other systems: the same each time, and nobody's name.</summary>
static class InstanceId
{
    /// <summary>The instanceID of a session's submission, such as uuid:0e2c….</summary>
    public static string Of(Session session) => "uuid:" + Uuid("session " + session.Id);

    /// <summary>A UUID in the form of version 4, which other systems insist on, with a hash where chance would stand.</summary>
    public static string Uuid(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("rbcbot " + name)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }
}
