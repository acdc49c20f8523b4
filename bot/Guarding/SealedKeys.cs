using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace RbcBot.Bot.Guarding;

/// <summary>Seals the keys of data protection before they are stored: who copies the store alone cannot sign a cookie.</summary>
sealed class SealedKeys(KeySecret secret) : IXmlEncryptor
{
    internal const string Element = "sealed";

    const int NonceBytes = 12, TagBytes = 16;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var whole = new byte[NonceBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(whole.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(secret.Key, TagBytes);
        cipher.Encrypt(whole.AsSpan(0, NonceBytes), plain, whole.AsSpan(NonceBytes, plain.Length), whole.AsSpan(NonceBytes + plain.Length));
        return new EncryptedXmlInfo(new XElement(Element, Convert.ToBase64String(whole)), typeof(SealedKeyReader));
    }

    internal static XElement Decrypt(KeySecret secret, XElement element)
    {
        var whole = Convert.FromBase64String(element.Value);
        var plain = new byte[whole.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(secret.Key, TagBytes);
        cipher.Decrypt(whole.AsSpan(0, NonceBytes), whole.AsSpan(NonceBytes, plain.Length), whole.AsSpan(NonceBytes + plain.Length), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}

/// <summary>Opens what SealedKeys sealed; the framework finds it by its name in the store and makes it itself.</summary>
sealed class SealedKeyReader(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => SealedKeys.Decrypt(services.GetRequiredService<KeySecret>(), encryptedElement);
}
