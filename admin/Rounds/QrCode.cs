using System.Text;
using QRCoder;

namespace RbcBot.Admin.Rounds;

/// <summary>A link as a QR code, drawn as one path so that a page stays small.</summary>
/// <param name="Size">Modules on a side, the quiet border included.</param>
/// <param name="Path">Runs of dark modules.</param>
public sealed record QrCode(int Size, string Path)
{
    public static QrCode Of(string link)
    {
        using var code = QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Length; x++)
            {
                var from = x;
                while (x < rows[y].Length && rows[y][x])
                    x++;
                if (x > from)
                    path.Append('M').Append(from).Append(' ').Append(y).Append('h').Append(x - from).Append("v1h-").Append(x - from).Append('z');
            }
        return new QrCode(rows.Count, path.ToString());
    }
}
