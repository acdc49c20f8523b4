using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using RbcBot.Bot.Storage.Sealing;

namespace RbcBot.Bot.Guarding;

/// <summary>Seals the keys of data protection before they are stored: who copies the store alone cannot sign a cookie.</summary>
sealed class SealedKeys(KeySecret secret) : IXmlEncryptor
{
    internal const string Element = "sealed";

    const string Place = "data protection keys";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new EncryptedXmlInfo(new XElement(Element, Convert.ToBase64String(new Vault(secret.Key).Seal(Place, plain))), typeof(SealedKeyReader));
    }

    internal static XElement Decrypt(KeySecret secret, XElement element) =>
        XElement.Parse(Encoding.UTF8.GetString(new Vault(secret.Key).Open(Place, Convert.FromBase64String(element.Value))));
}

/// <summary>Opens what SealedKeys sealed; the framework finds it by its name in the store and makes it itself.</summary>
sealed class SealedKeyReader(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => SealedKeys.Decrypt(services.GetRequiredService<KeySecret>(), encryptedElement);
}
