import WaslText

/// Sentences of everyday life, a line each, written for these tests.
enum LanguageSamples {
  static let arabicScript: [(language: WrittenLanguage, sentences: String)] = [
    (.persian, persian), (.urdu, urdu), (.sorani, sorani), (.pashto, pashto), (.uyghur, uyghur), (.malay, malay),
  ]
  static let latinScript: [(language: WrittenLanguage, sentences: String)] = [
    (.french, french), (.german, german), (.spanish, spanish), (.italian, italian), (.portuguese, portuguese),
    (.dutch, dutch), (.turkish, turkish),
  ]

  static let persian = """
    پدرم هر روز صبح زود به نانوایی می‌رود.
    خانه ما در کنار رودخانه است.
    او نامه را با دقت خواند و در جیبش گذاشت.
    فردا باید زودتر بیدار شویم.
    این کتاب درباره پرندگان کوهستان است.
    بچه‌ها در حیاط مدرسه بازی می‌کنند.
    اگر باران بیاید، در خانه می‌مانیم.
    چرا در را باز نکردی؟
    مادر برای مهمان‌ها چای آورد.
    من دیروز او را در بازار دیدم.
    هوا امروز خیلی سرد است.
    قطار ساعت هشت از ایستگاه حرکت کرد.
    هیچ کس نمی‌داند او کجا رفته است.
    دو سیب و یک انار خریدم.
    لطفا پنجره را ببندید.
    آنها سال‌ها در روستا زندگی کردند.
    برادر کوچک من نقاش است.
    درخت گردو پشت دیوار است.
    می‌خواهم یک چیز دیگر بگویم.
    همه منتظر آمدن بهار بودند.
    شام را با هم خوردیم و بعد خوابیدیم.
    """

  static let urdu = """
    میرا بھائی روز صبح دوڑنے جاتا ہے۔
    یہ گھر دریا کے کنارے پر ہے۔
    اس نے خط پڑھا اور جیب میں رکھ لیا۔
    کل ہمیں جلدی اٹھنا ہوگا۔
    بچے باغ میں کھیل رہے ہیں۔
    کیا آپ چائے پیئیں گے؟
    میں نے اسے بازار میں دیکھا تھا۔
    آج موسم بہت سرد ہے۔
    گاڑی آٹھ بجے روانہ ہوئی۔
    مہربانی کر کے کھڑکی بند کر دیں۔
    وہ کئی سال گاؤں میں رہے۔
    یہ کتاب پرندوں کے بارے میں ہے۔
    میری بہن ڈاکٹر ہے۔
    ہمیں پانی کی ضرورت ہے۔
    دروازہ کس نے کھولا؟
    وہ کچھ کہنا چاہتا ہے لیکن ڈرتا ہے۔
    دکان شام کو بند ہو جاتی ہے۔
    انہوں نے ایک نیا مکان خریدا۔
    بارش کی وجہ سے سڑک بند تھی۔
    سب لوگ بہار کا انتظار کر رہے تھے۔
    """

  static let sorani = """
    باوکم هەموو بەیانییەک دەچێت بۆ بازاڕ.
    ماڵەکەمان لە نزیک ڕووبارەکەیە.
    ئەو نامەکەی خوێندەوە و لە گیرفانی نا.
    سبەینێ دەبێت زوو هەستین.
    منداڵەکان لە حەوشەکە یاری دەکەن.
    ئایا چا دەخۆیتەوە؟
    دوێنێ لە شار بینیم.
    ئەمڕۆ کەش زۆر ساردە.
    شەمەندەفەرەکە کاتژمێر هەشت ڕۆیشت.
    تکایە پەنجەرەکە دابخە.
    چەند ساڵ لە گوند ژیان.
    ئەم کتێبە لەسەر باڵندەکانە.
    خوشکم پزیشکە.
    پێویستمان بە ئاوە.
    کێ دەرگاکەی کردەوە؟
    دەیەوێت شتێک بڵێت.
    دوکانەکە ئێوارە دادەخرێت.
    خانوویەکی نوێیان کڕی.
    بەهۆی بارانەوە ڕێگا گیرابوو.
    هەمووان چاوەڕێی بەهار بوون.
    """

  static let pashto = """
    زما پلار هر سهار بازار ته ځي.
    زموږ کور د سیند په غاړه دی.
    هغه لیک ولوست او په جیب کې یې کېښود.
    سبا باید وختي پاڅېږو.
    ماشومان په باغ کې لوبې کوي.
    ته چای څښې؟
    ما هغه پرون په ښار کې ولید.
    نن هوا ډېره سړه ده.
    اورګاډی په اتو بجو روان شو.
    مهرباني وکړئ کړکۍ وتړئ.
    دوی کلونه په کلي کې اوسېدل.
    دا کتاب د مرغانو په اړه دی.
    زما خور ډاکټره ده.
    موږ اوبو ته اړتیا لرو.
    دروازه چا خلاصه کړه؟
    هغه غواړي یو څه ووایي.
    دوکان ماښام تړل کېږي.
    دوی یو نوی کور واخیست.
    د باران له امله لار بنده وه.
    ټولو د پسرلي انتظار کاوه.
    """

  static let uyghur = """
    دادام ھەر كۈنى ئەتىگەندە بازارغا بارىدۇ.
    ئۆيىمىز دەريانىڭ بويىدا.
    ئۇ خەتنى ئوقۇپ يانچۇقىغا سالدى.
    ئەتە بالدۇر تۇرۇشىمىز كېرەك.
    بالىلار باغدا ئويناۋاتىدۇ.
    سىز چاي ئىچەمسىز؟
    مەن ئۇنى تۈنۈگۈن شەھەردە كۆردۈم.
    بۈگۈن ھاۋا بەك سوغۇق.
    پويىز سائەت سەككىزدە ماڭدى.
    دېرىزىنى يېپىڭ.
    ئۇلار كۆپ يىل يېزىدا ياشىدى.
    بۇ كىتاب قۇشلار توغرىسىدا.
    سىڭلىم دوختۇر.
    بىزگە سۇ كېرەك.
    ئىشىكنى كىم ئاچتى؟
    ئۇ بىر نەرسە دېمەكچى.
    دۇكان كەچتە تاقىلىدۇ.
    ئۇلار يېڭى ئۆي سېتىۋالدى.
    يامغۇر سەۋەبىدىن يول تاقالدى.
    ھەممەيلەن باھارنى كۈتتى.
    """

  static let malay = """
    باڤ ساي ڤرݢي كڤاسر ستياڤ ڤاݢي.
    رومه كامي د تڤي سوڠاي ايت.
    دي ممباچ سورت ايت دان مڽيمڤنڽ دالم ڤوکيت.
    ايسوق كامي ڤرلو باڠون اول.
    انق٢ ايت برماءين دالم تامن.
    اداكه اواق ماهو مينوم تيه؟
    ساي مليهت دي د بندر سمالم.
    هاري اين سڠت سجوق.
    كريتاڤي ايت برتولق ڤد ڤوكول لاڤن.
    سيلا توتوڤ تيڠكڤ ايت.
    مريك تيڠݢل د كامڤوڠ برتاهون لام.
    بوكو اين تنتڠ بوروڠ دان هوتن.
    كاكق ساي اداله سأورڠ دوكتور.
    كامي ممرلوكن اير دان ماكنن.
    سياڤ يڠ ممبوك ڤينتو ايت؟
    دي اورڠ يڠ تيدق تاهو اتاو لوڤا.
    كداي ايت دتوتوڤ ڤد وقتو ڤتڠ.
    مريك ممبلي سبواه رومه بارو.
    جالن ايت دتوتوڤ کران هوجن.
    سموا اورڠ منوڠݢو موسيم بوڠا.
    """

  static let french = """
    Mon père va à la boulangerie tous les matins.
    Notre maison est au bord de la rivière.
    Elle a lu la lettre et l'a mise dans sa poche.
    Demain, il faut se lever plus tôt.
    Les enfants jouent dans le jardin.
    Voulez-vous du thé avec du sucre ?
    Je l'ai vu hier sur la place du marché.
    Il fait très froid dans cette chambre.
    Le train est parti à huit heures.
    Fermez la fenêtre, je vous prie.
    Ils ont vécu des années dans le village.
    Ce livre parle des oiseaux de la montagne.
    Ma sœur est médecin dans une petite ville.
    Nous avons besoin d'eau et de pain.
    Qui a ouvert la porte de la cave ?
    Il voudrait dire quelque chose mais il n'ose pas.
    Le magasin ferme le soir à sept heures.
    Elles ont acheté une nouvelle voiture.
    La route était coupée par la neige.
    Tout le monde attendait le printemps avec joie.
    """

  static let german = """
    Mein Vater geht jeden Morgen zum Bäcker.
    Unser Haus steht am Ufer des Flusses.
    Sie las den Brief und steckte ihn in die Tasche.
    Morgen müssen wir früher aufstehen.
    Die Kinder spielen im Garten.
    Möchten Sie einen Tee mit Zucker?
    Ich habe ihn gestern auf dem Markt gesehen.
    Heute ist es sehr kalt.
    Der Zug ist um acht Uhr abgefahren.
    Bitte schließen Sie das Fenster.
    Sie haben viele Jahre auf dem Dorf gelebt.
    Dieses Buch handelt von den Vögeln des Waldes.
    Meine Schwester ist Ärztin in einer kleinen Stadt.
    Wir brauchen Wasser und Brot für die Reise.
    Wer hat die Tür zum Keller geöffnet?
    Er will etwas sagen, aber er traut sich nicht.
    Der Laden schließt am Abend um sieben.
    Sie kauften ein neues Auto und verkauften das alte.
    Die Straße war wegen des Schnees gesperrt.
    Alle warteten auf den Frühling.
    """

  static let spanish = """
    Mi padre va a la panadería todas las mañanas.
    Nuestra casa está a la orilla del río.
    Ella leyó la carta y la guardó en el bolsillo.
    Mañana hay que levantarse más temprano.
    Los niños juegan en el jardín.
    ¿Quiere usted un té con azúcar?
    Lo vi ayer en la plaza del mercado.
    Hoy hace mucho frío en esta habitación.
    El tren salió a las ocho de la tarde.
    Cierre la ventana, por favor.
    Vivieron muchos años en el pueblo.
    Este libro trata de los pájaros de la sierra.
    Mi hermana es médica en una ciudad pequeña.
    Necesitamos agua y pan para el viaje.
    ¿Quién abrió la puerta del sótano?
    Quiere decir algo, pero no se atreve.
    La tienda cierra por la noche a las siete.
    Compraron una casa nueva y vendieron la vieja.
    El camino estaba cortado por la nieve.
    Todos esperaban con alegría la primavera.
    """

  static let italian = """
    Mio padre va dal fornaio tutte le mattine.
    La nostra casa è sulla riva del fiume.
    Ha letto la lettera e l'ha messa nella tasca.
    I bambini giocano nel giardino della scuola.
    Il treno è partito alle otto di sera.
    Questo libro parla degli uccelli del bosco.
    Abbiamo bisogno di acqua e di pane per il viaggio.
    Vuole dire qualcosa, ma non ha il coraggio.
    """

  static let portuguese = """
    O meu pai vai à padaria todas as manhãs.
    A nossa casa fica na margem do rio.
    Ela leu a carta e guardou-a no bolso.
    As crianças não estão no jardim da escola.
    O comboio partiu às oito da noite.
    Este livro é sobre os pássaros da serra.
    Nós precisamos de água e de pão para a viagem.
    Ele quer dizer uma coisa, mas não tem coragem.
    """

  static let dutch = """
    Mijn vader gaat elke ochtend naar de bakker.
    Ons huis staat aan de oever van de rivier.
    Zij las de brief en stopte hem in haar tas.
    De kinderen zijn niet in de tuin van de school.
    De trein is om acht uur van het station vertrokken.
    Dit boek gaat over de vogels van het bos.
    Wij hebben water en brood voor de reis nodig.
    Hij wil iets zeggen, maar hij durft het niet.
    """

  static let turkish = """
    Babam her sabah fırına gidiyor.
    Evimiz nehrin kıyısında ve çok eski.
    Mektubu okudu ve cebine koydu ama bir şey demedi.
    Çocuklar bahçede oynuyor, annem ise çay içiyor.
    Tren saat sekizde kalktı ve ben geç kaldım.
    Bu kitap dağ kuşları için yazılmış.
    Yolculuk için su ve ekmek gerekli değil mi?
    Bir şey söylemek istiyor ama cesareti yok.
    """

  /// Arabic that has something of the others: dialects, the spelling of Egypt, foreign names, the Quran's spelling.
  static let arabic = """
    السعر موجود فى القائمه.
    اشترى سجادة فارسية في أصفهان.
    إحنا رايحين فين بكره؟
    مش عايز اروح الشغل النهارده.
    انا مستنيك قدام المدرسه من ساعه.
    شو بدك تاكل اليوم؟
    شلونك؟ شگد صار عمرك؟
    چاي بالحليب لو گهوة؟
    زار ڤيينا وڤالنسيا في الصيف.
    لعب الپيانو في حفل پاريس.
    وصل گورباتشوف إلى القاهرة أمس.
    واش راك لاباس؟ غادي نمشي للسوق.
    على شاطى البحر بنى بيته القديم.
    يا ولدى اسمع كلام ابوك.
    هذا بيت صديقى وتلك سيارته.
    مكتبه كبيره جدا فى وسط المدينه
    كتاب
    نعم
    موافق
    تحميل الملف
    من هو؟
    لا
    ما هو اسم مدير الشركه؟
    محمد بن زايد آل نهيان
    ابو بكر وعمر وعثمان وعلى
    بوتين وشي جين بينغ
    """
}
