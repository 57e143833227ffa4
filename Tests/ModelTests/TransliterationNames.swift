@testable import WaslModel

/// Well-known names and places as both languages write them, for training and testing.
enum WellKnownNames {
  static let pairs: [NamePair] = text.split(whereSeparator: \.isWhitespace).map { entry in
    let halves = entry.split(separator: "=")
    return NamePair(arabic: Array(halves[0].utf8), latin: Array(halves[1].utf8))
  }

  private static let text = """
    وارين=Warren كلينتون=Clinton بولونيا=Polonia حميميم=Hmeimim شرع=Shara أوباما=Obama ترامب=Trump بوتين=Putin
    ميركل=Merkel ماكرون=Macron شكسبير=Shakespeare أينشتاين=Einstein نيوتن=Newton داروين=Darwin موزارت=Mozart
    بيتهوفن=Beethoven تولستوي=Tolstoy غاندي=Gandhi مانديلا=Mandela كيسنجر=Kissinger ريغان=Reagan كينيدي=Kennedy
    واشنطن=Washington لندن=London باريس=Paris برلين=Berlin مدريد=Madrid روما=Roma موسكو=Moscow طوكيو=Tokyo
    بكين=Beijing سيدني=Sydney تورونتو=Toronto شيكاغو=Chicago بوسطن=Boston هيوستن=Houston ميامي=Miami
    سياتل=Seattle دبلن=Dublin أوسلو=Oslo هلسنكي=Helsinki برشلونة=Barcelona ميلانو=Milano أنقرة=Ankara
    طهران=Tehran بغداد=Baghdad كابول=Kabul كراتشي=Karachi مومباي=Mumbai جاكرتا=Jakarta نيروبي=Nairobi
    دمشق=Dimashq الرياض=Riyadh الدوحة=Doha الخرطوم=Khartoum بيروت=Beirut عمان=Amman صنعاء=Sanaa طرابلس=Tarabulus
    بنغازي=Benghazi الكويت=Kuwait المنامة=Manama مسقط=Muscat مراكش=Marrakesh الرباط=Rabat فاس=Fas
    محمد=Muhammad أحمد=Ahmed حسين=Hussein خالد=Khaled يوسف=Yusuf إبراهيم=Ibrahim فاطمة=Fatima عائشة=Aisha
    زينب=Zaynab عمر=Umar علي=Ali حسن=Hasan صالح=Salih طارق=Tariq جمال=Jamal كريم=Karim رشيد=Rashid قاسم=Qasim
    نجيب=Naguib محفوظ=Mahfouz درويش=Darwish غسان=Ghassan كنفاني=Kanafani فيروز=Fairuz صدام=Saddam عرفات=Arafat
    الأسد=Assad نصر=Nasr مبارك=Mubarak مرسي=Morsi القذافي=Gaddafi خامنئي=Khamenei روحاني=Rouhani أردوغان=Erdogan
    جوهانسبرغ=Johannesburg هامبورغ=Hamburg ستوكهولم=Stockholm كوبنهاغن=Copenhagen أمستردام=Amsterdam
    مايكروسوفت=Microsoft سامسونج=Samsung تويوتا=Toyota فولكسفاغن=Volkswagen فيسبوك=Facebook تويتر=Twitter
    كاليفورنيا=California فلوريدا=Florida تكساس=Texas أريزونا=Arizona أوهايو=Ohio ميشيغان=Michigan
    الأرجنتين=Argentina البرازيل=Brazil كولومبيا=Colombia فنزويلا=Venezuela أوكرانيا=Ukraine باكستان=Pakistan
    إندونيسيا=Indonesia ماليزيا=Malaysia سنغافورة=Singapore تايلاند=Thailand كامبوديا=Cambodia منغوليا=Mongolia
    نيجيريا=Nigeria كينيا=Kenya أوغندا=Uganda رواندا=Rwanda تنزانيا=Tanzania زيمبابوي=Zimbabwe
    مايكل=Michael جورج=George ريتشارد=Richard تشارلز=Charles إليزابيث=Elizabeth ديفيد=David توماس=Thomas
    روبرت=Robert ويليام=William هنري=Henry دانيال=Daniel صوفيا=Sofia ماريا=Maria أنطونيو=Antonio كارلوس=Carlos
    رونالدو=Ronaldo ميسي=Messi نابليون=Napoleon غاليليو=Galileo هتلر=Hitler ستالين=Stalin لينين=Lenin ماركس=Marx
    """
}
